public import Agents
public import RunRecords
public import SwarmArchitectures

/// Some agents answer alone; where they differ, one more reads them all and decides.
///
/// No paper is followed. Who decides and says nothing leaves it to a vote.
public struct SecondOpinion: SwarmArchitecture {
  public static let name = "second-opinion"
  public static let summary = "Some agents answer alone; where they differ, one more reads them all and decides."
  public static let width: String? = "opinions"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "opinions", .integer(default: 2, range: 1...1_000), unit: "agents", summary: "How many agents answer alone.")
  ]

  private let opinions: Int

  public init(_ values: ParameterValues) {
    opinions = values["opinions"]
  }

  public var agentsNeeded: Int { opinions + 1 }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    ArchitectureCost(calls: Double(opinions + 1), readings: Double(opinions))
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    let said = try await episode.ask(episode.agents.prefix(opinions))
    let agreed = Ballot(said, under: episode.rules).leaders.first?.supporters.count == opinions
    if !agreed, !episode.isSpent {
      let shown = said.map { $0.seen(under: episode.rules) }
      let decision = try await episode.ask(episode.agents[opinions], .merge, reading: shown, round: 1)
      if decision.answer.content != nil { return decision.answer }
    }
    return try await episode.vote(said)
  }
}
