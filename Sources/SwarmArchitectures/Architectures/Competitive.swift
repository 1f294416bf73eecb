public import Agents
public import RunRecords

/// Agents answer alone, then the answer stated with the greatest confidence wins.
///
/// Best of n by stated confidence. Ties go to the first agent. What it can gain is bounded by how well the agents know
/// when they are right.
public struct Competitive: SwarmArchitecture {
  public static let name = "competitive"
  public static let summary = "Agents answer alone; the answer stated with the greatest confidence wins."
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "contenders", .integer(default: 5, range: 1...1_000), unit: "agents", summary: "How many agents compete.")
  ]

  private let contenders: Int

  public init(_ values: ParameterValues) {
    contenders = values["contenders"]
  }

  public var agentsNeeded: Int { contenders }

  public func solve(_ episode: Episode) async throws -> Answer {
    let turns = episode.agents.prefix(contenders).map { Turn($0, .answer) }
    return try await episode.take(all: turns).mostConfident()
  }
}
