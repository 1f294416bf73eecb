import SwarmArchitectures
import Testing

@Suite("Ranked ballots")
struct RankedBallotsTests {
  /// 1 for A before B before C, 7 for A C B, 7 for B C A, 6 for C B A: what Borda showed to the Academy in 1770.
  private let academy = RankedBallots(
    profile((1, [0, 1, 2]), (7, [0, 2, 1]), (7, [1, 2, 0]), (6, [2, 1, 0])), candidateCount: 3)

  @Test("Borda's paradox: who has the most first places loses every contest, and the last of them wins by points")
  func paradox() {
    #expect(academy.firstPlaces == [8, 7, 6])
    #expect(academy.bordaPoints == [16, 21, 26])
    #expect(PairwiseContests(academy).condorcetWinner == 2)
    #expect(PairwiseContests(academy).rankedPairsWinners == [2])
    #expect(PairwiseContests(academy).margin(of: 0, over: 1) < 0)
    #expect(PairwiseContests(academy).margin(of: 0, over: 2) < 0)
  }

  @Test("By points somebody can lose whom most put first")
  func majorityLoses() {
    let ballots = RankedBallots(profile((3, [0, 1, 2]), (2, [1, 2, 0])), candidateCount: 3)
    #expect(ballots.firstPlaces == [3, 2, 0])
    #expect(ballots.bordaPoints == [6, 7, 2])
    #expect(PairwiseContests(ballots).condorcetWinner == 0)
  }

  @Test("Who is not on a ballot shares the places below, and every ballot gives away the same points")
  func partialBallots() {
    let ballots = RankedBallots([[2], [], [1, 0, 3, 2]], candidateCount: 4)
    #expect(ballots.bordaPoints == [4.5, 5.5, 4.5, 3.5])
    #expect(ballots.bordaPoints.reduce(0, +) == 3 * 6)
    #expect(ballots.preferences[2] == [1, 1, 0, 1])
    #expect(ballots.preferences[1] == [1, 0, 1, 1])
  }

  @Test("Approval counts the first few of each ballot")
  func approval() {
    #expect(academy.approvals(2) == [8, 14, 20])
    #expect(academy.approvals(9) == [21, 21, 21])
  }

  @Test("A candidate that is not there, or there twice, ends the process")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = RankedBallots([[0, 3]], candidateCount: 3) }
    await #expect(processExitsWith: .failure) { _ = RankedBallots([[0, 0]], candidateCount: 3) }
  }
}

/// So many ballots of each order.
func profile(_ groups: (count: Int, order: [Int])...) -> [[Int]] {
  groups.flatMap { Array(repeating: $0.order, count: $0.count) }
}
