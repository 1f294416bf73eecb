public import Agents
public import RunRecords

/// One agent answers once: the baseline that every swarm has to beat.
public struct Single: SwarmArchitecture {
  public static let name = "single"
  public static let summary = "One agent answers once."
  public static let parameters: [ParameterSpecification] = []

  public init(_ values: ParameterValues) {}

  public var agentsNeeded: Int { 1 }

  public func solve(_ episode: Episode) async throws -> Answer {
    try await episode.take(Turn(episode.agents[0], .answer)).answer
  }
}
