import Testing

@testable import NumericalMethods

@Suite("Bisection over bit patterns")
struct BitPatternBisectionTests {
  @Test("The least number that fulfils the condition is found", arguments: [0, .leastNonzeroMagnitude, 1e-18, 7.5])
  func exact(threshold: Double) {
    #expect(BitPatternBisection.least(upTo: 7.5) { $0 >= threshold } == threshold)
  }

  @Test("A condition that never holds has no least number")
  func never() {
    #expect(BitPatternBisection.least(upTo: 1) { $0 > 1 } == nil)
  }
}
