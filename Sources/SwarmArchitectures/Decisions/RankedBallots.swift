/// Ballots that put candidates in order; who is not on a ballot shares the place below all who are.
public struct RankedBallots: Sendable, Hashable {
  /// Candidates are the numbers below it.
  public let candidateCount: Int
  /// `[ballot]`: candidates by number, the best first.
  public let orders: [[Int]]

  /// - Precondition: Every candidate on a ballot is in `0..<candidateCount`, and on it once.
  public init(_ orders: [[Int]], candidateCount: Int) {
    for order in orders {
      precondition(
        order.allSatisfy { 0..<candidateCount ~= $0 } && Set(order).count == order.count,
        "a ballot is \(order); it must have candidates below \(candidateCount), each once")
    }
    self.orders = orders
    self.candidateCount = candidateCount
  }

  /// `[candidate]`: on how many ballots it is the first.
  public var firstPlaces: [Int] { approvals(1) }

  /// `[candidate]`: on how many ballots it is among the first few.
  public func approvals(_ most: Int) -> [Int] {
    var counts = Array(repeating: 0, count: candidateCount)
    for order in orders {
      for candidate in order.prefix(most) { counts[candidate] += 1 }
    }
    return counts
  }

  /// `[candidate]`: for each ballot as many points as there are candidates below it.
  ///
  /// The count of Borda (1781); candidates that are not on a ballot share the points of the places that are left, so
  /// that every ballot gives away the same sum.
  ///
  /// - Complexity: O(ballots × candidates).
  public var bordaPoints: [Double] {
    var points = Array(repeating: 0.0, count: candidateCount)
    for order in orders {
      let shared = Double(candidateCount - order.count - 1) / 2
      var isListed = Array(repeating: false, count: candidateCount)
      for (place, candidate) in order.enumerated() {
        isListed[candidate] = true
        points[candidate] += Double(candidateCount - 1 - place)
      }
      for candidate in 0..<candidateCount where !isListed[candidate] { points[candidate] += shared }
    }
    return points
  }

  /// `[candidate][other]`: on how many ballots the candidate stands above the other.
  ///
  /// - Complexity: O(ballots × candidates²).
  public var preferences: [[Int]] {
    var counts = Array(repeating: Array(repeating: 0, count: candidateCount), count: candidateCount)
    for order in orders {
      var isBelow = Array(repeating: true, count: candidateCount)
      for candidate in order {
        isBelow[candidate] = false
        for other in 0..<candidateCount where isBelow[other] { counts[candidate][other] += 1 }
      }
    }
    return counts
  }
}
