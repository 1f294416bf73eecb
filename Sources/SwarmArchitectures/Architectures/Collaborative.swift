public import Agents
public import RunRecords

/// Agents answer alone, then the most frequent answer wins.
///
/// The plurality vote of Li et al. (2024), arXiv:2402.05120. Ties go to the answer of the first agent that gave one of
/// the tied answers.
public struct Collaborative: SwarmArchitecture {
  public static let name = "collaborative"
  public static let summary = "Agents answer alone; the most frequent answer wins."
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "voters", .integer(default: 5, range: 1...1_000), unit: "agents", summary: "How many agents answer and vote.")
  ]

  private let voters: Int

  public init(_ values: ParameterValues) {
    voters = values["voters"]
  }

  public var agentsNeeded: Int { voters }

  public func solve(_ episode: Episode) async throws -> Answer {
    let turns = episode.agents.prefix(voters).map { Turn($0, .answer) }
    return try await episode.take(all: turns).plurality()
  }
}
