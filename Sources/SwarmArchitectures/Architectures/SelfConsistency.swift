public import Agents
public import RunRecords

/// One agent answers several times, and its most frequent answer wins.
///
/// Wang et al. (2023), arXiv:2203.11171. The baseline of equal cost for `Collaborative`: the same number of calls, but
/// no variety of agents.
public struct SelfConsistency: SwarmArchitecture {
  public static let name = "self-consistency"
  public static let summary = "One agent answers several times; its most frequent answer wins."
  public static let width: String? = "samples"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "samples", .integer(default: 5, range: 1...1_000), unit: "answers", summary: "How often the agent is asked.")
  ]
  public static let presets = [
    ArchitecturePreset(
      "wang-2023", source: "Wang et al. (2023), arXiv:2203.11171: 40 samples, the number of the main tables.",
      parameters: ["samples": .integer(40)])
  ]

  private let samples: Int

  public init(_ values: ParameterValues) {
    samples = values["samples"]
  }

  public var agentsNeeded: Int { 1 }

  public func cost(under rules: SwarmRules) -> ArchitectureCost { ArchitectureCost(calls: Double(samples)) }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    try await episode.vote(episode.ask(Array(repeating: episode.agents[0], count: samples)))
  }
}
