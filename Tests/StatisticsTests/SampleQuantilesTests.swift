import Statistics
import TestSupport
import Testing

@Suite("Quantiles of a sample")
struct SampleQuantilesTests {
  @Test("They are linear between the values", arguments: [(0, 1), (0.5, 3.5), (0.95, 7.95), (0.99, 8.79), (1, 9)])
  func reference(share: Double, expected: Double) {
    // numpy.quantile, whose default is the same type.
    #expect(isNear(SampleQuantiles([3, 1, 4, 1, 5, 9, 2, 6])(share), expected))
  }

  @Test("One value is every quantile", arguments: [0, 0.3, 1])
  func single(share: Double) {
    #expect(SampleQuantiles([7])(share) == 7)
  }

  @Test("An empty sample stops the program")
  func empty() async {
    await #expect(processExitsWith: .failure) { _ = SampleQuantiles([]) }
  }
}
