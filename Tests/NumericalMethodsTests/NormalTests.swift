import NumericalMethods
import TestSupport
import Testing

@Suite("Standard normal distribution")
struct NormalTests {
  // SciPy 1.17.1: stats.norm.sf.
  @Test("Tails agree with SciPy", arguments: [(6.0, 9.865876450376946e-10), (30, 4.906713927147908e-198)])
  func tails(x: Double, expected: Double) {
    #expect(isNear(Normal.upperTail(x), expected))
    #expect(Normal.cumulative(-x) == Normal.upperTail(x))
  }

  @Test("Quantiles are the tabulated ones")
  func quantiles() {
    #expect(isNear(Normal.quantile(0.975), 1.959963984540054))
    #expect(isNear(Normal.quantile(upperTail: 5e-8), 5.326723886384496))
    #expect(Normal.quantile(0.25) == -Normal.quantile(0.75))
  }

  @Test("The ends of the scale are infinite, the middle is 0")
  func ends() {
    #expect(Normal.quantile(0) == -.infinity)
    #expect(Normal.quantile(1) == .infinity)
    #expect(Normal.quantile(0.5) == 0)
    #expect(Normal.upperTail(-.infinity) == 1)
  }

  @Test("A negative probability stops the program")
  func probability() async {
    await #expect(processExitsWith: .failure) { _ = Normal.quantile(upperTail: -0.1) }
  }
}
