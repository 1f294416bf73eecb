public import Agents
public import RunRecords

/// The five structures of coordination that Kim et al. compare: one agent, and four ways for several to work together.
///
/// Kim et al. (2025), arXiv:2512.08296. Every agent works in a loop of steps. `single`: one loop. `independent`: loops
/// whose results are put after each other, without a vote or a comparison. `centralized`: an orchestrator reads all
/// loops, round after round. `decentralized`: all read all, and the last round votes. `hybrid`: centralized, with some
/// messages between peers before the orchestrator reads.
public struct Coordination: SwarmArchitecture {
  enum Structure: String, CaseIterable {
    case single, independent, centralized, decentralized, hybrid
  }

  public static let name = "coordination"
  public static let summary = "One agent, independent, centralized, decentralized or hybrid ones, in loops of steps."
  public static let width: String? = "agents"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "structure", .choice(default: Structure.centralized.rawValue, allowed: Structure.allCases.map(\.rawValue)),
      summary: "Who reads whom."),
    ParameterSpecification(
      "agents", .integer(default: 3, range: 1...1_000), unit: "agents",
      summary: "How many agents work; an orchestrator is not among them."),
    ParameterSpecification(
      "rounds", .integer(default: 4, range: 1...100), unit: "rounds",
      summary: "How often agents work before they read each other, or the orchestrator reads them."),
    ParameterSpecification(
      "turns", .integer(default: 2, range: 1...100), unit: "turns", summary: "How many steps a loop has."),
    ParameterSpecification(
      "peer_edges", .integer(default: 4, range: 0...10_000), unit: "messages a round",
      summary: "How many messages go between peers in the hybrid structure."),
  ]
  public static let presets = [
    preset("kim-2025-centralized", .centralized, rounds: 4, turns: 2, published: 27.7),
    preset("kim-2025-decentralized", .decentralized, rounds: 3, turns: 3, published: 26.1),
    preset("kim-2025-hybrid", .hybrid, rounds: 4, turns: 2, published: 44.3),
    preset("kim-2025-independent", .independent, rounds: 1, turns: 4, published: 11.4),
    preset("kim-2025-single", .single, rounds: 1, turns: 7, published: 7.2),
  ]

  let structure: Structure
  let agents, rounds, turns, peerEdges: Int

  public init(_ values: ParameterValues) {
    structure = Structure(rawValue: values["structure"]) ?? .centralized
    agents = values["agents"]
    rounds = values["rounds"]
    turns = values["turns"]
    peerEdges = min(values["peer_edges"], agents * (agents - 1))
  }

  public var agentsNeeded: Int {
    switch structure {
    case .single: 1
    case .independent, .decentralized: agents
    case .centralized, .hybrid: agents + 1
    }
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    let team = Array(episode.agents.prefix(agents))
    switch structure {
    case .single: return try await episode.work(team.prefix(1), turns: turns)[0].answer
    case .independent:
      // Who reads several results put after each other takes the last one for the answer.
      return try await episode.work(team, turns: turns).last { $0.answer.content != nil }?.answer ?? .none
    case .decentralized: return try await debated(by: team, in: episode)
    case .centralized, .hybrid:
      return try await orchestrated(Array(episode.agents.dropFirst().prefix(agents)), in: episode)
    }
  }

  private static func preset(
    _ name: String, _ structure: Structure, rounds: Int, turns: Int, published: Double
  ) -> ArchitecturePreset {
    ArchitecturePreset(
      name, source: "Kim et al. (2025), arXiv:2512.08296: three agents, near the published \(published) turns",
      parameters: [
        "structure": .choice(structure.rawValue), "agents": .integer(3), "rounds": .integer(rounds),
        "turns": .integer(turns), "peer_edges": .integer(4),
      ])
  }
}
