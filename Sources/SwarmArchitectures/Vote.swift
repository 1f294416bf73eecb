import Agents

extension Sequence<Message> {
  /// The answer given most often; among equals the one that was given first.
  ///
  /// Messages without an answer have no vote. The confidence of the result is its share of all votes.
  func plurality() -> Answer {
    var candidates: [(content: String, votes: Int)] = []
    var votes = 0
    for content in compactMap(\.answer.content) {
      votes += 1
      if let index = candidates.firstIndex(where: { $0.content == content }) {
        candidates[index].votes += 1
      } else {
        candidates.append((content, 1))
      }
    }
    guard var best = candidates.first else { return .none }
    // Only a greater number displaces, so the earliest of equals stays.
    for candidate in candidates where candidate.votes > best.votes { best = candidate }
    return Answer(best.content, confidence: Double(best.votes) / Double(votes))
  }

  /// The answer stated with the greatest confidence; among equals the one that was given first.
  ///
  /// An answer without a confidence counts as stated with none.
  func mostConfident() -> Answer {
    var best: Answer?
    for answer in map(\.answer) where answer.content != nil {
      if best == nil || (answer.confidence ?? 0) > (best?.confidence ?? 0) { best = answer }
    }
    return best ?? .none
  }
}
