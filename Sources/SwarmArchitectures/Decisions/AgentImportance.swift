import Agents

/// How much each agent of a layered network contributed to its answer.
///
/// Liu et al. (2023), arXiv:2310.02170: the agents of the last layer share 1 equally; an agent hands what it has back to
/// those whom it read, in proportion to the scores that it gave them. An agent's importance is the sum over all layers.
public struct AgentImportance: Sendable, Hashable {
  /// `[agent]`, at least 0; each layer adds 1 in all.
  public let values: [Double]

  /// - Parameters:
  ///   - agentCount: At least 1.
  ///   - scores: `scores[exchange][reader][author]`: what a reader gave the message of an author, at least 0, from the
  ///     first exchange to the last one. Who gave nothing, or 0 to all, gives all the same.
  /// - Complexity: O(exchanges × agents²).
  public init(agentCount: Int, scores: [[[Double]]]) {
    precondition(agentCount >= 1, "there are \(agentCount) agents; there must be at least 1")
    var layer = Array(repeating: 1 / Double(agentCount), count: agentCount)
    var total = layer
    for exchange in scores.reversed() {
      var before = Array(repeating: 0.0, count: agentCount)
      for (reader, given) in exchange.enumerated() {
        let sum = given.reduce(0, +)
        for author in 0..<agentCount {
          before[author] += layer[reader] * (sum > 0 ? given[author] / sum : 1 / Double(agentCount))
        }
      }
      layer = before
      for agent in 0..<agentCount { total[agent] += before[agent] }
    }
    values = total
  }

  /// The agents from the most important to the least; equals in their order.
  public var order: [Int] { values.indices.sorted { (values[$1], $0) < (values[$0], $1) } }

  /// The places of messages by where an agent ranks their answers; those that it does not name come last.
  nonisolated(nonsending) static func ranked(
    _ messages: [Message], by ranker: AgentID, in episode: Episode
  ) async throws -> [Int] {
    let verdict = try await episode.ask(ranker, .rank, reading: messages.shown(under: episode.rules), round: 2)
    var ranking: [String] = []
    if case .ranking(let given) = verdict.judgement { ranking = given }
    let ranks = messages.map { message in
      guard let content = message.answer.content else { return Int.max }
      return ranking.firstIndex { episode.rules.equality.areEqual($0, content) } ?? ranking.count
    }
    return messages.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  }

  /// The places of messages by their authors' importance, where each agent scores all messages but its own.
  ///
  /// - Parameter agents: The authors, in the order of the messages.
  nonisolated(nonsending) static func scored(
    _ messages: [Message], by agents: [AgentID], in episode: Episode
  ) async throws -> [Int] {
    let shown = messages.shown(under: episode.rules)
    let pairs = agents.indices.flatMap { reader in agents.indices.filter { $0 != reader }.map { (reader, $0) } }
    let verdicts = try await episode.take(
      all: pairs.map { reader, author in Turn(agents[reader], .score, reading: [shown[author]], round: 1) })
    var scores = Array(repeating: Array(repeating: 0.0, count: agents.count), count: agents.count)
    for ((reader, author), verdict) in zip(pairs, verdicts) {
      guard case .score(let score) = verdict.judgement else { continue }
      // From 1 to 5, as in the paper: nobody is given nothing.
      scores[reader][author] = (1 + 4 * min(1, max(0, score))).rounded()
    }
    return AgentImportance(agentCount: agents.count, scores: [scores]).order
  }
}
