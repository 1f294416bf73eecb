public import Agents
public import RunRecords

/// One agent answers several times, and its most frequent answer wins.
///
/// Wang et al. (2023), arXiv:2203.11171. The baseline of equal cost for `Collaborative`: the same number of calls, but
/// no variety of agents. Ties go to the answer given first.
public struct SelfConsistency: SwarmArchitecture {
  public static let name = "self-consistency"
  public static let summary = "One agent answers several times; its most frequent answer wins."
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "samples", .integer(default: 5, range: 1...1_000), unit: "answers", summary: "How often the agent is asked.")
  ]

  private let samples: Int

  public init(_ values: ParameterValues) {
    samples = values["samples"]
  }

  public var agentsNeeded: Int { 1 }

  public func solve(_ episode: Episode) async throws -> Answer {
    let turn = Turn(episode.agents[0], .answer)
    return try await episode.take(all: Array(repeating: turn, count: samples)).plurality()
  }
}
