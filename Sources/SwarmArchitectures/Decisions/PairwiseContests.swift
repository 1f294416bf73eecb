/// Every candidate against every other: who is preferred by how many.
public struct PairwiseContests: Sendable, Hashable {
  /// `[candidate][other]`: how many prefer the candidate to the other.
  public let preferences: [[Int]]

  /// Counts every pair once.
  ///
  /// - Complexity: O(ballots × candidates²).
  public init(_ ballots: RankedBallots) {
    preferences = ballots.preferences
  }

  private struct Contest {
    let winner: Int
    let loser: Int
    let margin: Int
  }

  /// By how many more voters the candidate is preferred to the other; negative where the other is.
  public func margin(of candidate: Int, over other: Int) -> Int {
    preferences[candidate][other] - preferences[other][candidate]
  }

  /// Who is preferred to every other one by more than prefer that one; `nil` where nobody is.
  public var condorcetWinner: Int? {
    preferences.indices.first { candidate in
      preferences.indices.allSatisfy { $0 == candidate || margin(of: candidate, over: $0) > 0 }
    }
  }

  /// Who is first by ranked pairs: several only where contests that would tell them apart are drawn.
  ///
  /// Tideman (1987), Social Choice and Welfare 4:185–206: contests are kept from the greatest margin on, those left
  /// out that would close a circle with contests kept before. Among equal margins that of the lower winner comes first,
  /// then that of the lower loser.
  ///
  /// - Returns: Candidates in rising order, at least one where there are any.
  /// - Complexity: O(candidates³).
  public var rankedPairsWinners: [Int] {
    let count = preferences.count
    // above[a][b]: whether contests kept so far put a above b, over others or not.
    var above = Array(repeating: Array(repeating: false, count: count), count: count)
    for contest in contests where !above[contest.loser][contest.winner] && !above[contest.winner][contest.loser] {
      let over = (0..<count).filter { $0 == contest.winner || above[$0][contest.winner] }
      let under = (0..<count).filter { $0 == contest.loser || above[contest.loser][$0] }
      for high in over {
        for low in under { above[high][low] = true }
      }
    }
    return (0..<count).filter { candidate in !above.contains { $0[candidate] } }
  }

  /// Contests that somebody wins, the greatest margin first.
  private var contests: [Contest] {
    let won = preferences.indices.flatMap { winner in
      preferences.indices.map { Contest(winner: winner, loser: $0, margin: margin(of: winner, over: $0)) }
    }
    return won.filter { $0.margin > 0 }
      .sorted { ($1.margin, $0.winner, $0.loser) < ($0.margin, $1.winner, $1.loser) }
  }
}
