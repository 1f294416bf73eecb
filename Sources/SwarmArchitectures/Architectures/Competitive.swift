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

  /// How the best answer is found.
  enum Selection: String, CaseIterable { case confidence, judge, score, tournament, verifier }

  let contenders: Int
  let select: Selection
  let judges: Int
  let seat: Seat

  public init(_ values: ParameterValues) {
    contenders = values["contenders"]
    select = Selection(rawValue: values["select"]) ?? .confidence
    // One answer is neither compared nor put against others.
    let isUnjudged = select == .confidence || contenders == 1 && (select == .judge || select == .tournament)
    judges = isUnjudged ? 0 : values["judges"]
    seat = Seat(values["contender"])
  }

  public var agentsNeeded: Int { contenders * seat.size + judges }

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
