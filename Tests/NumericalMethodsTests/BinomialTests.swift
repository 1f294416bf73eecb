import NumericalMethods
import TestSupport
import Testing

@Suite("Binomial distribution")
struct BinomialTests {
  @Test("Ten fair trials are counted by Pascal's triangle")
  func pascal() {
    let fair = Binomial(trials: 10, probability: 0.5)
    var sum = 0.0
    for (k, ways) in [1.0, 10, 45, 120, 210, 252, 210, 120, 45, 10, 1].enumerated() {
      sum += ways / 1_024
      #expect(isNear(fair.cumulative(k), sum))
      #expect(abs(fair.upperTail(k) - (1 - sum)) <= 1e-12)
    }
  }

  // SciPy 1.17.1: stats.binom.cdf and stats.binom.sf.
  @Test("Tails of many trials agree with SciPy")
  func reference() {
    let many = Binomial(trials: 20_000, probability: 0.3)
    #expect(isNear(many.cumulative(5_900), 0.062179569439817, relative: 1e-10))
    #expect(isNear(many.upperTail(6_300), 1.952582127139246e-06, relative: 1e-10))
  }

  @Test("Nothing lies outside 0...trials")
  func ends() {
    let distribution = Binomial(trials: 5, probability: 0.2)
    #expect(distribution.cumulative(-1) == 0)
    #expect(distribution.upperTail(-1) == 1)
    #expect(distribution.cumulative(5) == 1)
    #expect(distribution.upperTail(5) == 0)
  }

  @Test("Sure and impossible successes leave one outcome")
  func certain() {
    #expect(Binomial(trials: 5, probability: 0).cumulative(0) == 1)
    #expect(Binomial(trials: 5, probability: 1).upperTail(4) == 1)
    #expect(Binomial(trials: 0, probability: 0.5).cumulative(0) == 1)
  }

  @Test("A probability above 1 stops the program")
  func probability() async {
    await #expect(processExitsWith: .failure) { _ = Binomial(trials: 5, probability: 1.1) }
  }
}
