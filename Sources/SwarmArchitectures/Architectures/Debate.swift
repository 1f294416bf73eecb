public import Agents
public import RunRecords

/// Agents answer, read each other, answer anew, and vote at the end.
///
/// Du et al. (2023), arXiv:2305.14325: synchronous rounds, everybody reads everybody; the first round, in which each
/// answers alone, counts, so two rounds are one exchange. The most frequent answer of the last round wins; ties go to
/// the first agent that gave one of the tied answers.
public struct Debate: SwarmArchitecture {
  public static let name = "debate"
  public static let summary = "Agents answer, read each other and answer anew; the last round is put to the vote."
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "debaters", .integer(default: 3, range: 1...1_000), unit: "agents", summary: "How many agents debate."),
    ParameterSpecification(
      "rounds", .integer(default: 2, range: 1...100), unit: "rounds",
      summary: "How often each agent answers, the first answer alone included."),
    ParameterSpecification(
      "context", .choice(default: "full", allowed: ["full", "last-round"]),
      summary: "Whether an agent reads all earlier rounds or the last one."),
  ]

  private let debaters: Int
  private let rounds: Int
  private let remembersAll: Bool

  public init(_ values: ParameterValues) {
    debaters = values["debaters"]
    rounds = values["rounds"]
    remembersAll = values["context"] == "full"
  }

  public var agentsNeeded: Int { debaters }

  public func solve(_ episode: Episode) async throws -> Answer {
    let agents = episode.agents.prefix(debaters)
    var history: [Message] = []
    var lastRound: [Message] = []
    for _ in 0..<rounds {
      let reading = remembersAll ? history : lastRound
      lastRound = try await episode.take(all: agents.map { Turn($0, .answer, reading: reading) })
      history += lastRound
    }
    return lastRound.plurality()
  }
}
