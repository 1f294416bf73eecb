import Foundation
import NumericalMethods
import TestSupport
import Testing

@Suite("Chi-squared distribution")
struct ChiSquaredTests {
  @Test("Two degrees of freedom are the exponential distribution", arguments: [1e-9, 0.025, 0.5, 0.99])
  func exponential(probability: Double) {
    let distribution = ChiSquared(degreesOfFreedom: 2)
    #expect(isNear(distribution.quantile(upperTail: probability), -2 * log(probability)))
    #expect(isNear(distribution.quantile(probability), -2 * log1p(-probability)))
    #expect(isNear(distribution.upperTail(-2 * log(probability)), probability))
  }

  // SciPy 1.17.1: stats.chi2.sf, stats.chi2.isf and stats.chi2.ppf.
  @Test("Tails and quantiles agree with SciPy")
  func reference() {
    #expect(isNear(ChiSquared(degreesOfFreedom: 10).upperTail(30), 0.000856641210775301))
    #expect(isNear(ChiSquared(degreesOfFreedom: 7).quantile(upperTail: 1e-9), 55.87478101282902))
    #expect(isNear(ChiSquared(degreesOfFreedom: 0.5).quantile(0.01), 1.349939585911692e-08))
  }

  @Test("Nothing lies below 0")
  func ends() {
    let distribution = ChiSquared(degreesOfFreedom: 4)
    #expect(distribution.cumulative(-1) == 0)
    #expect(distribution.upperTail(-1) == 1)
    #expect(distribution.quantile(0) == 0)
    #expect(distribution.quantile(1) == .infinity)
    #expect(distribution.upperTail(.infinity) == 0)
  }

  @Test("Degrees of freedom beyond GSL's accuracy stop the program")
  func degreesOfFreedom() async {
    await #expect(processExitsWith: .failure) { _ = ChiSquared(degreesOfFreedom: 1e7) }
  }
}
