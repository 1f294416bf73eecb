public import Agents
public import RunRecords

/// Two sides argue before a moderator, and a judge decides where the moderator sees no end.
///
/// MAD of Liang et al. (2023), arXiv:2305.19118: the affirmative answers, the negative opposes what it reads, the
/// moderator ends the debate or lets it go on; after the last round a judge gathers the answers and chooses one.
public struct JudgedDebate: SwarmArchitecture {
  public static let name = "judged-debate"
  public static let summary = "Two sides argue before a moderator, and at the end a judge decides."
  public static let width: String? = "rounds"

  /// What the judge reads.
  enum Evidence: String, CaseIterable { case first, last, all }

  let rounds: Int
  let evidence: Evidence
  let extract: Bool

  public init(_ values: ParameterValues) {
    rounds = values["rounds"]
    evidence = Evidence(rawValue: values["judge_reads"]) ?? .first
    extract = values["extract"]
  }

  public var agentsNeeded: Int { 4 }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    let (affirmative, moderator, judge) = (episode.agents[0], episode.agents[2], episode.agents[3])
    let rounds = Conversation.roundCount(rounds, under: episode.rules)
    var debate = Conversation(in: episode, among: episode.agents.prefix(2), order: .sequential)
    while debate.roundCount < rounds, try await debate.holdRound({ $0 == affirmative ? .answer : .oppose }) {
      let round = debate.roundCount - 1
      let verdict = try await episode.ask(moderator, .moderate, reading: debate.heard(by: 0), round: round)
      guard verdict.judgement == .approval(true) else { continue }
      return try await settled(debate, by: verdict, in: episode)
    }
    if debate.isSettled { return try await episode.vote(debate.lastWords) }
    var candidates =
      switch evidence {
      case .first: debate.rounds.first ?? []
      case .last: debate.lastWords
      case .all: debate.rounds.flatMap(\.self)
      }
    if candidates.allSatisfy({ $0.answer.content == nil }) { candidates = debate.lastWords }
    return try await decided(among: candidates, by: judge, extracting: extract, round: debate.roundCount, in: episode)
  }

  /// The answer that the moderator names; without one what the sides agree on, or the moderator's choice of theirs.
  private nonisolated(nonsending) func settled(
    _ debate: Conversation, by verdict: Message, in episode: Episode
  ) async throws -> Answer {
    if verdict.answer.content != nil { return verdict.answer }
    let words = debate.lastWords
    if Ballot(words, under: episode.rules).candidates.count == 1 { return try await episode.vote(words) }
    return try await decided(among: words, by: verdict.author, extracting: false, round: debate.roundCount, in: episode)
  }

  private nonisolated(nonsending) func decided(
    among words: [Message], by judge: AgentID, extracting: Bool, round: Int, in episode: Episode
  ) async throws -> Answer {
    let answered = words.filter { $0.answer.content != nil && $0.failure == nil }
    if extracting, answered.count > 1 {
      _ = try await episode.ask(
        judge, .summarize, reading: answered.map { $0.seen(under: episode.rules) }, round: round)
    }
    return try await Panel([judge], in: episode).best(of: answered, round: round)?.answer ?? answered.first?.answer
      ?? .none
  }
}
