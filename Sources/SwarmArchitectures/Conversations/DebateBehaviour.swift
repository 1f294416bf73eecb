import Agents
import RandomStreams

/// What debaters do with the answers that they are asked for: the interventions of Choi, Zhu and Li (2025),
/// arXiv:2508.17536.
enum DebateBehaviour: String, CaseIterable {
  /// Each says what it answers.
  case plain
  /// Who said what most said keeps to it.
  case conformist
  /// Who is drawn says what most said.
  case follower
  /// Whose answer a verifier calls right keeps to it.
  case oracle

  /// What debaters say in the next round in place of what they answer: `[debater]`, or nothing at all.
  ///
  /// All are asked all the same, as in the paper: so a behaviour changes what is said, and not what it costs.
  ///
  /// - Parameters:
  ///   - follow: The probability that a follower follows.
  ///   - verifiers: Who tells the oracle what is right.
  nonisolated(nonsending) func kept(
    after debate: Conversation, follow: Double, verifiers: Panel, in episode: Episode
  ) async throws -> [Message?] {
    let words = debate.lastWords
    guard !words.isEmpty else { return [] }
    switch self {
    case .plain: return []
    case .conformist:
      guard let majority = episode.majority(of: words, round: debate.roundCount) else { return [] }
      return words.map { word in
        guard let content = word.answer.content else { return nil }
        return episode.rules.equality.areEqual(majority.content, content) ? word : nil
      }
    case .follower:
      guard let majority = episode.majority(of: words, round: debate.roundCount) else { return [] }
      var draws = episode.stream("follow", debate.roundCount)
      return words.map { draws.bernoulli(follow) ? majority.supporters[0].repeated(by: $0.author) : nil }
    case .oracle:
      let verdicts = try await verifiers.verdicts(on: words, round: debate.roundCount)
      return zip(words, verdicts).map { $1 ? $0 : nil }
    }
  }
}

extension Episode {
  /// The answer that most gave; among equals one that is drawn, as the paper's code does in its votes.
  fileprivate func majority(of messages: [Message], round: Int) -> Ballot.Candidate? {
    let leaders = Ballot(messages, under: rules).leaders
    guard leaders.count > 1 else { return leaders.first }
    var draws = stream("majority", round)
    return leaders[draws.below(leaders.count)]
  }
}

extension Message {
  /// The same words from another mouth.
  fileprivate func repeated(by author: AgentID) -> Message {
    Message(author: author, answer: answer, tokens: tokens, text: text, subtask: subtask)
  }
}
