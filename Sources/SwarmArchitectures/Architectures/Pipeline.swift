public import Agents
public import RunRecords

/// Agents in a row: each reads the answer of the one before it and answers anew; the last answer wins.
///
/// What MetaGPT, CrewAI and others call a sequential process. A stage without an answer is passed over.
public struct Pipeline: SwarmArchitecture {
  public static let name = "pipeline"
  public static let summary = "Agents in a row, each of whom reads the one before; the last answer wins."
  public static let width: String? = "stages"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "stages", .integer(default: 3, range: 1...1_000), unit: "agents", summary: "How many agents stand in the row."),
    Seat.parameter("stage"),
  ]

  private let stages: Int
  private let seat: Seat

  public init(_ values: ParameterValues) {
    stages = values["stages"]
    seat = Seat(values["stage"])
  }

  public var agentsNeeded: Int { stages * seat.size }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let answer = seat.cost(under: rules)
    // Where a team has the seat, each of its calls reads what the stage before it found.
    return Double(stages) * answer + ArchitectureCost(calls: 0, readings: Double(stages - 1) * answer.calls)
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    var last: [Message] = []
    for (stage, team) in seat.teams(stages, of: episode.agents).enumerated() where !episode.isSpent {
      let work = Seat.Work(team, reading: last.shown(under: episode.rules), round: stage)
      let said = try await seat.answer([work], in: episode)
      if last.isEmpty || said.haveAnswer { last = said }
    }
    return last.first?.answer ?? .none
  }
}
