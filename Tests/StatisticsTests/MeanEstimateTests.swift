import Statistics
import TestSupport
import Testing

@Suite("Mean with its interval")
struct MeanEstimateTests {
  @Test("Two values have the interval of the Cauchy distribution")
  func twoValues() {
    // t with one degree of freedom is 1 at a tail of a quarter, and s / √2 is half the distance: the level of the
    // interval between two values is one half.
    let estimate = MeanEstimate(of: [3, 7], level: 0.5)
    #expect(estimate.mean == 5)
    #expect(isNear(estimate.low, 3))
    #expect(isNear(estimate.high, 7))
    #expect(isNear(estimate.halfWidth, 2))
  }

  @Test("One value has an unbounded interval")
  func oneValue() {
    let estimate = MeanEstimate(of: [4], level: 0.95)
    #expect(estimate.mean == 4)
    #expect(estimate.n == 1)
    #expect(estimate.low == -.infinity)
    #expect(estimate.high == .infinity)
    #expect(estimate.halfWidth == .infinity)
    #expect(estimate.standardDeviation == nil)
  }

  @Test("Equal values have an interval of width 0")
  func ties() {
    let estimate = MeanEstimate(of: [0.1, 0.1, 0.1], level: 0.999)
    #expect(estimate.low == 0.1)
    #expect(estimate.high == 0.1)
    #expect(estimate.standardDeviation == 0)
  }

  @Test("A higher level gives a wider interval around the same mean")
  func levels() {
    let values = [1.0, 4, 2, 8, 5]
    let widths = [0.5, 0.9, 0.95, 0.99, 1 - 1e-9].map { MeanEstimate(of: values, level: $0).halfWidth }
    #expect(widths == widths.sorted())
    #expect(Set(widths).count == 5)
  }

  @Test("A level of 1 stops the program")
  func level() async {
    await #expect(processExitsWith: .failure) { _ = MeanEstimate(of: [1, 2], level: 1) }
  }

  @Test("An empty sample stops the program")
  func empty() async {
    await #expect(processExitsWith: .failure) { _ = MeanEstimate(of: [], level: 0.9) }
  }
}
