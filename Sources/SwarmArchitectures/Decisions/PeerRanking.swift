import Agents

/// What agents think of each other's answers, from their rankings or choices among those of the others.
struct PeerRanking {
  /// All authors, the best placed first; those without an answer come last, and equals in their order.
  let order: [Int]
  /// `[judge]`: whom it put first.
  private let favourites: [Int?]

  /// Adds up, over all judges, the share of the places that an answer is above: 1 for the best one, then less by equal
  /// steps.
  ///
  /// - Parameters:
  ///   - answers: `[author]`
  ///   - reviews: `[judge]`, the same agents; each has read the answers of all others in their order.
  init(of answers: [Message], by reviews: [Message], under rules: SwarmRules) {
    var points = Array(repeating: 0.0, count: answers.count)
    favourites = reviews.enumerated().map { judge, review in
      let others = answers.indices.filter { $0 != judge }
      let marks = Self.marks(of: others.map { answers[$0].answer.content }, in: review.judgement, under: rules)
      for (author, mark) in zip(others, marks) { points[author] += mark }
      let best = marks.indices.max { (marks[$0], $1) < (marks[$1], $0) }
      return best.flatMap { marks[$0] > 0 ? others[$0] : nil }
    }
    for author in answers.indices where answers[author].answer.content == nil { points[author] = -1 }
    order = answers.indices.sorted { (points[$1], $0) < (points[$0], $1) }
  }

  /// Whose answer an agent put first; `nil` where it did not say.
  func favourite(of judge: Int) -> Int? { favourites[judge] }

  private static func marks(of contents: [String?], in judgement: Judgement?, under rules: SwarmRules) -> [Double] {
    switch judgement {
    case .choice(let chosen): contents.indices.map { $0 == chosen ? 1 : 0 }
    case .ranking(let ranking):
      contents.map { content in
        let place = ranking.firstIndex { rules.equality.areEqual($0, content ?? "") && content != nil }
        return place.map { Double(ranking.count - $0) / Double(ranking.count) } ?? 0
      }
    case .score, .approval, nil: contents.map { _ in 0 }
    }
  }
}
