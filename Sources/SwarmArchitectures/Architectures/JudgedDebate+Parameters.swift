public import Agents
public import RunRecords

extension JudgedDebate {
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "rounds", .integer(default: 3, range: 1...100), unit: "rounds", summary: "How many rounds the debate has at most."
    ),
    ParameterSpecification(
      "judge_reads", .choice(default: "first", allowed: Evidence.allCases.map(\.rawValue)),
      summary: "Which answers of the sides the judge reads: the first ones, the last ones, or all."),
    ParameterSpecification(
      "extract", .flag(default: true), summary: "Whether the judge gathers the answers in a call of its own first."),
  ]

  public static let presets: [ArchitecturePreset] = [
    ArchitecturePreset(
      "liang-2023",
      source: "Liang et al. (2023), arXiv:2305.19118, and its code: three rounds, a judge who reads the first answers.",
      parameters: ["rounds": .integer(3), "judge_reads": .choice("first"), "extract": .flag(true)],
      rules: ["context": .choice("full"), "visibility": .choice("reasons"), "rounds_count": .choice("answers")])
  ]

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let talk = Conversation.cost(speakers: 2, rounds: rounds, order: .sequential, under: rules)
    let rounds = Double(Conversation.roundCount(rounds, under: rules))
    let read = evidence == .all ? 2 * rounds : 2
    let heard: Double =
      switch rules.context {
      case .full: rounds * (rounds + 1)
      case .lastRound: 2 * rounds
      case .summary: 2 * rounds + max(0, rounds - 2)
      }
    return talk + ArchitectureCost(calls: rounds, readings: heard, completions: 0)
      + ArchitectureCost(calls: extract ? 1 : 0, readings: extract ? read : 0)
      + ArchitectureCost(calls: 1, readings: read, completions: 0)
  }
}
