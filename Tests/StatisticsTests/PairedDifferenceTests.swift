import Statistics
import TestSupport
import Testing

@Suite("Paired difference")
struct PairedDifferenceTests {
  @Test("Differences 1, 2 and 3 have the p value and interval worked out by hand")
  func byHand() {
    let pair = PairedDifference([11, 22, 33], [10, 20, 30], level: 0.95)
    #expect(pair.n == 3)
    #expect(pair.mean == 2)
    #expect(pair.effectSize == 2)
    // t = 2 √3 with two degrees of freedom: p = 1 - t / √(2 + t²), and the quantile is √(2·0.95² / (1 - 0.95²)).
    let t = 2 * 3.0.squareRoot()
    #expect(isNear(pair.pValue, 1 - t / (2 + t * t).squareRoot()))
    let quantile = (2 * 0.95 * 0.95 / (1 - 0.95 * 0.95)).squareRoot()
    #expect(isNear(pair.high, 2 + quantile / 3.0.squareRoot()))
    #expect(isNear(pair.low, 2 - quantile / 3.0.squareRoot()))
    #expect(isNear(pair.correlation ?? .nan, 1))
    #expect(isNear(pair.varianceRatio ?? .nan, 1 / (121.0 + 100)))
  }

  @Test("Exchanging the two changes signs and nothing else")
  func exchanged() {
    let a = [0.3, 0.9, 0.4, 0.7]
    let b = [0.2, 0.5, 0.6, 0.1]
    let forward = PairedDifference(a, b, level: 0.9)
    let backward = PairedDifference(b, a, level: 0.9)
    #expect(forward.mean == -backward.mean)
    #expect(forward.low == -backward.high)
    #expect(forward.pValue == backward.pValue)
    #expect(forward.varianceRatio == backward.varianceRatio)
  }

  @Test("Equal samples differ by nothing: p is 1 and the interval is 0...0")
  func equal() {
    let pair = PairedDifference([1, 5, 2], [1, 5, 2], level: 0.95)
    #expect(pair.mean == 0)
    #expect(pair.pValue == 1)
    #expect(pair.low == 0 && pair.high == 0)
    #expect(pair.effectSize == nil)
    #expect(pair.varianceRatio == 0)
    #expect(isNear(pair.correlation ?? .nan, 1))
  }

  @Test("Replications that all differ by the same amount have the p value of the sign test")
  func shifted() {
    let pair = PairedDifference([3, 7, 4], [1, 5, 2], level: 0.95)
    #expect(pair.mean == 2)
    #expect(pair.pValue == 0.25)
    #expect(pair.low == 2 && pair.high == 2)
    #expect(pair.effectSize == nil)
  }

  @Test(
    "The more replications differ by the same amount, the smaller the p value", arguments: [(2, 0.5), (11, 0x1p-10)])
  func signTest(replications: Int, p: Double) {
    let ones = [Double](repeating: 1, count: replications)
    #expect(PairedDifference(ones, ones.map { $0 + 4 }, level: 0.95).pValue == p)
  }

  @Test("Rounding of decimal fractions is no variation")
  func rounding() {
    // 0.3 - 0.2, 0.2 - 0.1 and 0.8 - 0.7 are three different numbers.
    let shifted = PairedDifference([0.3, 0.2, 0.8], [0.2, 0.1, 0.7], level: 0.95)
    #expect(shifted.effectSize == nil)
    #expect(shifted.pValue == 0.25)
    #expect(shifted.low == shifted.high)
    let equal = PairedDifference([0.1 + 0.2, 0.7], [0.3, 0.7], level: 0.95)
    #expect(equal.mean == 0)
    #expect(equal.pValue == 1)
  }

  @Test("One replication decides nothing")
  func oneReplication() {
    let pair = PairedDifference([3], [1], level: 0.95)
    #expect(pair.n == 1)
    #expect(pair.mean == 2)
    #expect(pair.pValue == 1)
    #expect(pair.low == -.infinity && pair.high == .infinity)
    #expect(pair.effectSize == nil)
    #expect(pair.correlation == nil)
    #expect(pair.varianceRatio == nil)
  }

  @Test("A sample that does not vary has no correlation")
  func constant() {
    let pair = PairedDifference([1, 1, 1], [1, 2, 3], level: 0.95)
    #expect(pair.correlation == nil)
    #expect(pair.varianceRatio == 1)
    let both = PairedDifference([2, 2], [1, 1], level: 0.95)
    #expect(both.varianceRatio == nil)
  }

  @Test("Samples of different length stop the program")
  func lengths() async {
    await #expect(processExitsWith: .failure) { _ = PairedDifference([1, 2], [1], level: 0.95) }
  }

  @Test("Empty samples stop the program")
  func empty() async {
    await #expect(processExitsWith: .failure) { _ = PairedDifference([], [], level: 0.95) }
  }
}
