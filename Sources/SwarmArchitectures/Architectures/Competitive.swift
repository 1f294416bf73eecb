public import Agents
public import RunRecords

/// Agents answer alone, then the answer stated with the greatest confidence wins.
///
/// Best of n by stated confidence. Ties go to the first agent. What it can gain is bounded by how well the agents know
/// when they are right.
public struct Competitive: SwarmArchitecture {
  public static let name = "competitive"
  public static let summary = "Agents answer alone; the answer stated with the greatest confidence wins."
  public static let width: String? = "contenders"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "contenders", .integer(default: 5, range: 1...1_000), unit: "agents", summary: "How many agents compete.")
  ]

  private let contenders: Int

  public init(_ values: ParameterValues) {
    contenders = values["contenders"]
  }

  public var agentsNeeded: Int { contenders }

  public func cost(under rules: SwarmRules) -> ArchitectureCost { ArchitectureCost(calls: Double(contenders)) }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    try await episode.ask(episode.agents.prefix(contenders)).mostConfident()
  }
}
