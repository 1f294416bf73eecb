public import Agents
public import RunRecords

/// Agents answer alone, then one of their answers is selected: best of n.
///
/// Selection by the stated confidence, by judges who read all answers, by judges' scores, by a knock-out tournament, or
/// by the first answer that verifiers accept. Where the judges are silent, the most confident answer wins.
public struct Competitive: SwarmArchitecture {
  public static let name = "competitive"
  public static let summary = "Agents answer alone; the best answer is selected."
  public static let width: String? = "contenders"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "contenders", .integer(default: 5, range: 1...1_000), unit: "agents", summary: "How many agents compete."),
    ParameterSpecification(
      "select", .choice(default: "confidence", allowed: Selection.allCases.map(\.rawValue)),
      summary: "How the best answer is found: as stated, by judges, by scores, by a tournament, or by verifiers."),
    ParameterSpecification(
      "judges", .integer(default: 1, range: 1...100), unit: "agents",
      summary: "How many further agents judge or verify, by majority; not with confidence."),
    Seat.parameter("contender"),
  ]

  /// How the best answer is found.
  enum Selection: String, CaseIterable { case confidence, judge, score, tournament, verifier }

  private let contenders: Int
  private let select: Selection
  private let judges: Int
  private let seat: Seat

  public init(_ values: ParameterValues) {
    contenders = values["contenders"]
    select = Selection(rawValue: values["select"]) ?? .confidence
    // One answer is neither compared nor put against others.
    let isUnjudged = select == .confidence || contenders == 1 && (select == .judge || select == .tournament)
    judges = isUnjudged ? 0 : values["judges"]
    seat = Seat(values["contender"])
  }

  public var agentsNeeded: Int { contenders * seat.size + judges }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let (contenders, judges) = (Double(contenders), Double(judges))
    let calls: (number: Double, readings: Double) =
      switch select {
      case .confidence: (0, 0)
      case .judge: (1, contenders)
      case .score, .verifier: (contenders, contenders)
      case .tournament: (contenders - 1, 2 * (contenders - 1))
      }
    return contenders * seat.cost(under: rules)
      + judges * ArchitectureCost(calls: calls.number, readings: calls.readings, completions: 0)
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    let teams = seat.teams(contenders, of: episode.agents)
    let found = try await seat.answer(teams.map { Seat.Work($0) }, in: episode)
    let panel = Panel(episode.agents.dropFirst(contenders * seat.size).prefix(judges), in: episode)
    let ranked = found.byConfidence()
    let best: Message? =
      switch select {
      case .confidence: nil
      case .judge: try await panel.best(of: found)
      case .score: try await panel.highestScored(of: found)
      case .tournament: try await panel.champion(of: ranked)
      case .verifier: try await panel.firstAccepted(of: ranked)
      }
    return (best ?? ranked.first)?.answer ?? .none
  }
}
