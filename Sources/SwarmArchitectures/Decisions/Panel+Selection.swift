public import Agents

extension Panel {
  /// The winner of a knock-out tournament: one call a judge and match, the matches of a round at once.
  ///
  /// The best seed meets the worst, the second the last but one, and so on. In the first round the best seeds go on
  /// without a match where there are not enough for a full bracket. Where no judge says, the better seed goes on.
  ///
  /// - Parameter seeds: The best one first.
  /// - Returns: `nil` among none.
  public nonisolated(nonsending) func champion(of seeds: [Message]) async throws -> Message? {
    var left = seeds
    var (played, round) = (0, 0)
    while left.count > 1 {
      // So many matches that a power of two goes on; from then on half of them.
      var places = 1
      while places * 2 < left.count { places *= 2 }
      let count = left.count - places
      let pairs = (0..<count).map { [left[places - count + $0], left[left.count - 1 - $0]] }
      let winners = try await winners(of: pairs, first: played, round: round)
      left = left[..<(places - count)] + zip(winners, pairs).map { $0 ?? $1[0] }
      (played, round) = (played + count, round + 1)
    }
    return left.first
  }

  /// The first of several messages that the judges call right, asked one after another.
  ///
  /// - Returns: `nil` where they accept none.
  public nonisolated(nonsending) func firstAccepted(of candidates: [Message]) async throws -> Message? {
    for (round, candidate) in candidates.enumerated() {
      if try await accepts(candidate, round: round) { return candidate }
    }
    return nil
  }
}

extension Sequence<Message> {
  /// The messages with an answer, the greatest stated confidence first; among equals in the order in which they came.
  ///
  /// An answer without a confidence counts as stated with none.
  func byConfidence() -> [Message] {
    filter { $0.answer.content != nil }.enumerated().sorted { first, second in
      let (one, other) = (first.element.answer.confidence ?? 0, second.element.answer.confidence ?? 0)
      return one == other ? first.offset < second.offset : one > other
    }.map(\.element)
  }
}
