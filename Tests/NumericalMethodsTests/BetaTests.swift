import Foundation
import NumericalMethods
import TestSupport
import Testing

@Suite("Beta distribution")
struct BetaTests {
  @Test("A shape of 1 has a closed form", arguments: [0.5, 1, 7, 1_000], [1e-9, 0.025, 0.5, 0.9])
  func closedForm(shape: Double, probability: Double) {
    // P(X ≤ x) = x^α with β = 1, and P(X > x) = (1 - x)^β with α = 1.
    #expect(isNear(Beta(alpha: shape, beta: 1).quantile(probability), pow(probability, 1 / shape)))
    let upper = Beta(alpha: 1, beta: shape).quantile(upperTail: probability)
    #expect(isNear(upper, -expm1(log(probability) / shape)))
  }

  /// Where GSL 2.7.1's own quantile is NaN or does not return. SciPy 1.17.1: stats.beta.ppf and stats.beta.isf.
  @Test("Large shapes agree with SciPy")
  func largeShapes() {
    #expect(isNear(Beta(alpha: 2, beta: 999).quantile(upperTail: 5e-4), 0.009953814340950811, relative: 1e-11))
    #expect(isNear(Beta(alpha: 5, beta: 396).quantile(upperTail: 5e-8), 0.06550936897004878, relative: 1e-11))
    #expect(isNear(Beta(alpha: 2_500, beta: 2_501).quantile(0.005), 0.4816931823215803, relative: 1e-11))
    #expect(isNear(Beta(alpha: 250_000, beta: 250_001).quantile(0.025), 0.49861309953633187, relative: 1e-11))
    #expect(isNear(Beta(alpha: 1, beta: 100_000).quantile(5e-11), 5.000000000124999e-16, relative: 1e-11))
  }

  @Test("Both tails add up to 1, and the quantiles agree", arguments: [(2.5, 4.0), (0.3, 0.7), (400, 90)])
  func complement(alpha: Double, beta: Double) {
    let distribution = Beta(alpha: alpha, beta: beta)
    let x = distribution.quantile(0.3)
    #expect(isNear(distribution.cumulative(x), 0.3))
    #expect(isNear(distribution.upperTail(x), 0.7))
    #expect(isNear(distribution.quantile(upperTail: 0.7), x))
  }

  @Test("Nothing lies outside 0...1")
  func ends() {
    let distribution = Beta(alpha: 3, beta: 2)
    #expect(distribution.cumulative(-1) == 0)
    #expect(distribution.cumulative(2) == 1)
    #expect(distribution.quantile(0) == 0)
    #expect(distribution.quantile(1) == 1)
    #expect(distribution.quantile(upperTail: 0) == 1)
    #expect(distribution.quantile(upperTail: 1) == 0)
  }

  @Test("A shape of 0 stops the program")
  func shape() async {
    await #expect(processExitsWith: .failure) { _ = Beta(alpha: 0, beta: 1) }
  }

  @Test("A shape too large for GSL stops the program")
  func largeShape() async {
    await #expect(processExitsWith: .failure) { _ = Beta(alpha: 1, beta: 1e7) }
  }
}
