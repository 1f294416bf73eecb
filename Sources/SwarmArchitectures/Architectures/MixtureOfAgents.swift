public import Agents
public import RunRecords

/// Layers of proposers, each of whom reads all that the layer before it proposed; an aggregator merges the last layer.
///
/// Wang et al. (2024), arXiv:2406.04692. With `same_model` one agent proposes everything: Self-MoA of Li et al. (2025),
/// arXiv:2502.00674.
public struct MixtureOfAgents: SwarmArchitecture {
  public static let name = "mixture-of-agents"
  public static let summary = "Layers of proposers read the layer before them; an aggregator merges the last one."
  public static let width: String? = "proposers"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "proposers", .integer(default: 6, range: 1...1_000), unit: "agents", summary: "How many propose in each layer."),
    ParameterSpecification(
      "layers", .integer(default: 3, range: 1...100), unit: "layers",
      summary: "How many layers of proposers there are before the aggregator."),
    ParameterSpecification(
      "same_model", .flag(default: false), summary: "Whether the first agent is sampled for all proposers."),
  ]
  public static let presets = [
    ArchitecturePreset(
      "self-moa", source: "Li et al. (2025), arXiv:2502.00674: one layer of six samples of one model, then it merges",
      parameters: ["proposers": .integer(6), "layers": .integer(1), "same_model": .flag(true)]),
    ArchitecturePreset(
      "wang-2024", source: "Wang et al. (2024), arXiv:2406.04692: three layers of six models, one of which merges",
      parameters: ["proposers": .integer(6), "layers": .integer(3)]),
  ]

  private let proposers: Int
  private let layers: Int
  private let isOneModel: Bool

  public init(_ values: ParameterValues) {
    proposers = values["proposers"]
    layers = values["layers"]
    isOneModel = values["same_model"]
  }

  public var agentsNeeded: Int { isOneModel ? 1 : proposers }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let (layers, width) = (Double(layers), Double(proposers))
    return ArchitectureCost(calls: layers * width + 1, readings: (layers - 1) * width * width + width)
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    let aggregator = episode.agents[0]
    let agents =
      isOneModel ? Array(repeating: aggregator, count: proposers) : Array(episode.agents.prefix(proposers))
    var proposals: [Message] = []
    for layer in 0..<layers where !episode.isSpent {
      let proposed = try await episode.ask(agents, reading: proposals.shown(under: episode.rules), round: layer)
      if layer == 0 || proposed.haveAnswer { proposals = proposed }
    }
    let merged = try await episode.ask(
      aggregator, .merge, reading: proposals.shown(under: episode.rules), round: layers)
    return merged.answer.content == nil ? try await episode.vote(proposals) : merged.answer
  }
}
