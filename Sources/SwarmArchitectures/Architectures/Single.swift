public import Agents
public import RunRecords

/// One agent answers once: the baseline that every swarm has to beat.
public struct Single: SwarmArchitecture {
  public static let name = "single"
  public static let summary = "One agent answers once."
  public static let parameters: [ParameterSpecification] = []

  public init(_ values: ParameterValues) {}

  public var agentsNeeded: Int { 1 }

  public func cost(under rules: SwarmRules) -> ArchitectureCost { ArchitectureCost(calls: 1) }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    try await episode.ask(episode.agents[0]).answer
  }
}
