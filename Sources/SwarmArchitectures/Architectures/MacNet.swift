public import Agents
public import RunRecords

/// Agents in a network without cycles: each answers in the light of those before it, and the answers at the ends are merged.
///
/// MacNet of Qian et al. (2024), arXiv:2406.07155: on an edge the earlier agent instructs the later one, who passes on
/// its own answer only. Whoever has all answers that it waits for speaks at once.
public struct MacNet: SwarmArchitecture {
  public static let name = "macnet"
  public static let summary = "A network without cycles: each reads those before it, and the ends are merged."
  public static let width: String? = "agents"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "agents", .integer(default: 8, range: 1...1_000), unit: "agents", summary: "How many agents the network has."),
    ParameterSpecification(
      "topology", .choice(default: "mesh", allowed: MessageGraph.Topology.allCases.map(\.rawValue)),
      summary: "Who reads whom."),
    ParameterSpecification(
      "density", .number(default: 0.4, range: 0...1), unit: "share of pairs",
      summary: "How many pairs of agents are edges of a random network."),
    ParameterSpecification(
      "final", .choice(default: "merge", allowed: ["merge", "vote"]),
      summary: "Whether the first agent merges several ends, or they vote."),
  ]
  public static let presets = MessageGraph.Topology.allCases.map(\.rawValue).sorted().map { topology in
    ArchitecturePreset(
      "macnet-" + topology, source: "Qian et al. (2024), arXiv:2406.07155: the network '\(topology)', ends merged",
      parameters: ["topology": .choice(topology), "final": .choice("merge")])
  }

  private let agents: Int
  private let topology: MessageGraph.Topology
  private let density: Double
  private let merges: Bool

  public init(_ values: ParameterValues) {
    agents = values["agents"]
    topology = MessageGraph.Topology(rawValue: values["topology"]) ?? .mesh
    density = values["density"]
    merges = values["final"] == "merge"
  }

  public var agentsNeeded: Int { agents }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let edges = MessageGraph.edgeCount(topology, count: agents, density: density)
    let sinks = MessageGraph.sinkCount(topology, count: agents)
    let isMerged = merges && sinks > 1
    return ArchitectureCost(
      calls: Double(agents + (isMerged ? 1 : 0)), readings: Double(edges + (isMerged ? sinks : 0)))
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    var draws = episode.stream("network")
    let graph = MessageGraph(topology, count: agents, density: density, drawingFrom: &draws)
    var said = [Message?](repeating: nil, count: agents)
    for (depth, level) in graph.levels.enumerated() where !episode.isSpent {
      let turns = level.map { agent in
        Turn(
          episode.agents[agent], .answer,
          reading: graph.sources[agent].compactMap { said[$0]?.seen(under: episode.rules) }, round: depth)
      }
      for (agent, message) in zip(level, try await episode.take(all: turns)) { said[agent] = message }
    }
    let ends = graph.sinks.compactMap { said[$0] }
    if merges, ends.count > 1 {
      let merged = try await episode.ask(
        episode.agents[0], .merge, reading: ends.shown(under: episode.rules), round: graph.levels.count)
      if merged.answer.content != nil { return merged.answer }
    }
    // Where the ends are silent, what was said on the way stands.
    return try await episode.vote(ends.haveAnswer ? ends : said.compactMap(\.self))
  }
}
