public import Agents
public import RunRecords

/// Agents answer in rounds, the next round reads the last one, and from the third round on only the best take part.
///
/// DyLAN of Liu et al. (2023), arXiv:2310.02170. Who is best says a ranker, or the agents' importance: peers score each
/// other's messages, and the scores are propagated backward through the network. The last round is put to the vote.
public struct DyLAN: SwarmArchitecture {
  public static let name = "dylan"
  public static let summary = "Rounds of answers from which the weaker agents are dropped; the last round votes."
  public static let width: String? = "agents"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "agents", .integer(default: 4, range: 1...1_000), unit: "agents", summary: "How many agents begin."),
    ParameterSpecification(
      "rounds", .integer(default: 3, range: 1...100), unit: "rounds", summary: "How many rounds there are at most."),
    ParameterSpecification(
      "kept", .integer(default: 2, range: 1...1_000), unit: "agents",
      summary: "How many agents take part from the third round on."),
    ParameterSpecification(
      "selection", .choice(default: "ranker", allowed: ["importance", "ranker"]),
      summary: "Whether one agent ranks the answers, or all score each other, to say who is kept."),
  ]
  public static let presets = ["importance", "ranker"].map { selection in
    ArchitecturePreset(
      selection == "ranker" ? "dylan-2023" : "dylan-2023-importance",
      source: "Liu et al. (2023), arXiv:2310.02170: four agents in random order, three rounds, more than 2/3 agree",
      parameters: [
        "agents": .integer(4), "rounds": .integer(3), "kept": .integer(2), "selection": .choice(selection),
      ],
      rules: ["order": .choice("random"), "early_stop": .number(0.667)])
  }.sorted { $0.name < $1.name }

  private let agents, rounds, kept: Int
  private let hasRanker: Bool

  public init(_ values: ParameterValues) {
    agents = values["agents"]
    rounds = values["rounds"]
    kept = values["kept"]
    hasRanker = values["selection"] == "ranker"
  }

  public var agentsNeeded: Int { agents }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let (all, few, late) = (Double(agents), Double(min(kept, agents)), Double(max(0, rounds - 2)))
    var cost = ArchitectureCost(calls: all)
    if rounds > 1 { cost = cost + ArchitectureCost(calls: all, readings: all * all) }
    guard late > 0 else { return cost }
    if few < all {
      cost =
        cost
        + (hasRanker
          ? ArchitectureCost(calls: 1, readings: all, completions: 0)
          : ArchitectureCost(calls: all * (all - 1), readings: all * (all - 1), completions: 0))
    }
    return cost + ArchitectureCost(calls: late * few, readings: few * all + (late - 1) * few * few)
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    var active = Array(episode.agents.prefix(agents))
    var last: [Message] = []
    for round in 0..<rounds where !episode.isSpent {
      if round >= 2, active.count > kept { active = try await best(of: active, by: last, in: episode) }
      let groups = episode.speakingOrder(of: active, round: round)
      var said: [Message] = []
      for group in groups where !isSettled(said, active, episode) {
        said += try await episode.ask(group, reading: last.shown(under: episode.rules), round: round)
      }
      // Back in the order of the agents, whatever the order in which they spoke.
      said = zip(groups.joined(), said).sorted { $0.0 < $1.0 }.map(\.1)
      if round == 0 || said.haveAnswer { last = said }
      if isSettled(said, active, episode) { break }
    }
    return try await episode.vote(last)
  }

  /// Agreement of enough agents ends a round before all have spoken.
  private func isSettled(_ said: [Message], _ active: [AgentID], _ episode: Episode) -> Bool {
    episode.isSettled(by: said, outOf: active.count)
  }

  private nonisolated(nonsending) func best(
    of active: [AgentID], by last: [Message], in episode: Episode
  ) async throws -> [AgentID] {
    let places =
      hasRanker
      ? try await AgentImportance.ranked(last, by: episode.agents[0], in: episode)
      : try await AgentImportance.scored(last, by: active, in: episode)
    return places.prefix(kept).sorted().map { active[$0] }
  }
}
