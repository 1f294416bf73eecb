public import RunRecords

extension Debate {
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "debaters", .integer(default: 3, range: 1...1_000), unit: "agents", summary: "How many agents debate."),
    ParameterSpecification(
      "rounds", .integer(default: 2, range: 1...100), unit: "rounds", summary: "How many rounds the debate has."),
    ParameterSpecification(
      "topology", .choice(default: "all", allowed: Topology.allCases.map(\.rawValue)),
      summary: "Who reads whom: all all; each its neighbours in a ring; the first all, and the others the first."),
    ParameterSpecification(
      "neighbours", .integer(default: 1, range: 1...1_000), unit: "agents",
      summary: "How many neighbours on either side each reads in the sparse topology."),
    ParameterSpecification(
      "behaviour", .choice(default: "plain", allowed: DebateBehaviour.allCases.map(\.rawValue)),
      summary: "What debaters do with their answers: give them, keep to a majority, follow it, or keep to the truth."),
    ParameterSpecification(
      "follow", .number(default: 0.3, range: 0...1), unit: "probability",
      summary: "How likely a follower says in a round what most said in the last one."),
    ParameterSpecification(
      "final", .choice(default: "vote", allowed: Final.allCases.map(\.rawValue)),
      summary: "Whose last answer wins: the most frequent, the first debater's, a judge's choice, the surest, the best."
    ),
  ]

  public static let presets: [ArchitecturePreset] = [
    choi("centralized", "the first agent reads all, the others read it, and its answer is the swarm's"),
    choi("conformist", "who agrees with the last majority keeps its answer"),
    choi("decentralized", "all read all"),
    choi("follower", "each adopts the last majority with probability 0.3"),
    choi("oracle", "who is right stays so, as far as the verifier knows: an upper bound with a perfect one"),
    choi("sparse", "each reads one neighbour on either side"),
    ArchitecturePreset(
      "du-2023",
      source: "Du et al. (2023), arXiv:2305.14325: three agents, two rounds of which one is an exchange, vote.",
      parameters: ["debaters": .integer(3), "rounds": .integer(2)], rules: duRules),
    ArchitecturePreset(
      "du-2023-gsm8k-scorer",
      source: "Du et al. (2023) on GSM8K: answers that cannot be read have a vote; where they win, there is no answer.",
      parameters: ["debaters": .integer(3), "rounds": .integer(2)],
      rules: duRules.merging(["unparseable": .choice("wrong")]) { $1 }),
  ]

  private static let duRules: [String: ParameterValue] = [
    "context": .choice("full"), "visibility": .choice("reasons"), "order": .choice("synchronous"),
    "rounds_count": .choice("answers"), "tie_break": .choice("first"), "unparseable": .choice("drop"),
  ]

  private static func choi(_ form: String, _ what: String) -> ArchitecturePreset {
    var parameters: [String: ParameterValue] = ["debaters": .integer(5), "rounds": .integer(2)]
    switch form {
    case "sparse": parameters["topology"] = .choice(form)
    case "centralized": parameters.merge(["topology": .choice(form), "final": .choice("first")]) { $1 }
    case "decentralized": break
    default: parameters["behaviour"] = .choice(form)
    }
    return ArchitecturePreset(
      "choi-2025-\(form)",
      source: "Choi, Zhu, Li (2025), arXiv:2508.17536: five agents, two exchanges, random ties; \(what).",
      parameters: parameters,
      rules: [
        "context": .choice("last-round"), "visibility": .choice("reasons"), "order": .choice("synchronous"),
        "rounds_count": .choice("exchanges"), "tie_break": .choice("random"), "unparseable": .choice("drop"),
      ])
  }
}
