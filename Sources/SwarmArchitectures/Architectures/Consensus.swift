public import Agents
public import RunRecords

/// Agents answer and read each other until enough of them agree.
///
/// The consensus of Kaesberg et al. (2025), arXiv:2502.19130. The quorum is a share of all members, the silent too.
public struct Consensus: SwarmArchitecture {
  public static let name = "consensus"
  public static let summary = "Agents answer and read each other until a quorum of them agrees."
  public static let width: String? = "members"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "members", .integer(default: 3, range: 1...1_000), unit: "agents", summary: "How many agents seek agreement."),
    ParameterSpecification(
      "quorum", .number(default: 2.0 / 3, range: 0...1), unit: "share of agents",
      summary: "The share of the members that has to agree; 1 for all of them."),
    ParameterSpecification(
      "rounds", .integer(default: 3, range: 1...100), unit: "rounds", summary: "How many rounds there are at most."),
    ParameterSpecification(
      "fallback", .choice(default: "vote", allowed: ["vote", "none", "judge"]),
      summary: "What decides without agreement: a vote, nothing, or the first member as the judge."),
  ]
  public static let presets = [("majority", 0.5), ("supermajority", 2.0 / 3), ("unanimity", 1)].map {
    ArchitecturePreset(
      $0, source: "Kaesberg et al. (2025), arXiv:2502.19130: consensus of three agents; the rounds are this default.",
      parameters: ["members": .integer(3), "quorum": .number($1)])
  }

  private let members, rounds: Int
  private let quorum: Double, fallback: String

  public init(_ values: ParameterValues) {
    members = values["members"]
    quorum = values["quorum"]
    rounds = values["rounds"]
    fallback = values["fallback"]
  }

  public var agentsNeeded: Int { members }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    Conversation.cost(speakers: members, rounds: rounds, isJudged: fallback == "judge", under: rules)
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    var talk = Conversation(in: episode, among: episode.agents.prefix(members))
    while talk.roundCount < Conversation.roundCount(rounds, under: episode.rules), try await talk.holdRound() {
      guard let leader = Ballot(talk.lastRound, under: episode.rules).leaders.first else { continue }
      let share = Double(leader.supporters.count) / Double(members)
      // Two of three agree, whatever the last bit of 2/3 is.
      if share >= quorum - 1e-9 { return Answer(leader.content, confidence: share) }
    }
    switch fallback {
    case "vote": return try await episode.vote(talk.lastWords)
    case "judge": return try await episode.judge(talk.lastWords, by: episode.agents[0])?.answer ?? .none
    default: return .none
    }
  }
}
