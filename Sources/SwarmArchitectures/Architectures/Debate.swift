public import Agents
public import RunRecords

/// Agents answer, read each other, answer anew, and vote at the end.
///
/// Du et al. (2023), arXiv:2305.14325: synchronous rounds, everybody reads everybody; the first round, in which each
/// answers alone, counts, so two rounds are one exchange. The most frequent answer of the last round wins.
public struct Debate: SwarmArchitecture {
  public static let name = "debate"
  public static let summary = "Agents answer, read each other and answer anew; the last round is put to the vote."
  public static let width: String? = "debaters"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "debaters", .integer(default: 3, range: 1...1_000), unit: "agents", summary: "How many agents debate."),
    ParameterSpecification(
      "rounds", .integer(default: 2, range: 1...100), unit: "rounds", summary: "How many rounds the debate has."),
  ]

  private let debaters: Int
  private let rounds: Int

  public init(_ values: ParameterValues) {
    debaters = values["debaters"]
    rounds = values["rounds"]
  }

  public var agentsNeeded: Int { debaters }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let (agents, rounds) = (Double(debaters), Double(Conversation.roundCount(rounds, under: rules)))
    let readings = rules.context == .full ? rounds * (rounds - 1) / 2 : rounds - 1
    return ArchitectureCost(calls: agents * rounds, readings: agents * agents * readings)
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    var debate = Conversation(in: episode, among: episode.agents.prefix(debaters), hearing: .everyone)
    let rounds = Conversation.roundCount(rounds, under: episode.rules)
    while debate.roundCount < rounds, try await debate.holdRound() {}
    return try await episode.vote(debate.lastWords)
  }
}
