import SwarmArchitectures
import TestSupport
import Testing

@Suite("Pairwise contests")
struct PairwiseContestsTests {
  @Test("Tennessee chooses its capital: Memphis has the most first places, Nashville beats every city")
  func tennessee() {
    // Memphis, Nashville, Chattanooga, Knoxville, in hundredths of the voters.
    let ballots = RankedBallots(
      profile((42, [0, 1, 2, 3]), (26, [1, 2, 3, 0]), (15, [2, 3, 1, 0]), (17, [3, 2, 1, 0])), candidateCount: 4)
    let contests = PairwiseContests(ballots)
    #expect(ballots.firstPlaces == [42, 26, 15, 17])
    #expect(contests.margin(of: 1, over: 0) == 16)
    #expect(contests.condorcetWinner == 1)
    #expect(contests.rankedPairsWinners == [1])
  }

  @Test("A circle of majorities is opened where the majority is smallest")
  func circle() {
    // B beats C by 5, A beats B by 3, C beats A by 1: the last would close the circle.
    let contests = PairwiseContests(
      RankedBallots(profile((4, [0, 1, 2]), (3, [1, 2, 0]), (2, [2, 0, 1])), candidateCount: 3))
    #expect(contests.margin(of: 1, over: 2) == 5)
    #expect(contests.margin(of: 0, over: 1) == 3)
    #expect(contests.margin(of: 2, over: 0) == 1)
    #expect(contests.condorcetWinner == nil)
    #expect(contests.rankedPairsWinners == [0])
  }

  @Test("The winner of ranked pairs need not have the most first places, nor the most points")
  func unlikeOthers() {
    // B beats A by 1, C beats B by 3, A beats C by 5: so A, then C, then B.
    let ballots = RankedBallots(
      profile((2, [0, 2, 1]), (4, [2, 1, 0]), (3, [1, 0, 2]), (2, [0, 2, 1])), candidateCount: 3)
    let contests = PairwiseContests(ballots)
    #expect(contests.margin(of: 0, over: 2) == 3)
    #expect(contests.margin(of: 2, over: 1) == 5)
    #expect(contests.margin(of: 1, over: 0) == 3)
    // Equal margins: that of the lower winner is kept, the other would close the circle.
    #expect(contests.rankedPairsWinners == [0])
  }

  @Test("A clone takes the win away by points, and not by ranked pairs")
  func clones() {
    let ballots = RankedBallots(profile((3, [0, 1, 2]), (2, [1, 2, 0])), candidateCount: 3)
    #expect(ballots.bordaPoints[1] > ballots.bordaPoints[0])
    #expect(PairwiseContests(ballots).rankedPairsWinners == [0])
  }

  @Test("Drawn contests leave several winners; without ballots all are")
  func draws() {
    #expect(PairwiseContests(RankedBallots([[0, 1, 2], [1, 0, 2]], candidateCount: 3)).rankedPairsWinners == [0, 1])
    #expect(PairwiseContests(RankedBallots([], candidateCount: 2)).rankedPairsWinners == [0, 1])
    #expect(PairwiseContests(RankedBallots([], candidateCount: 0)).rankedPairsWinners.isEmpty)
  }

  @Test("Where somebody beats all others, ranked pairs find who it is", arguments: 0..<100)
  func condorcet(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let orders = (0..<9).map { _ in Array(0..<5).shuffled(using: &random) }
    let contests = PairwiseContests(RankedBallots(orders, candidateCount: 5))
    #expect(!contests.rankedPairsWinners.isEmpty)
    if let winner = contests.condorcetWinner { #expect(contests.rankedPairsWinners == [winner]) }
  }
}
