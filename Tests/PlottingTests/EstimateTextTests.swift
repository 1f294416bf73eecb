import Testing

@testable import Plotting

@Suite("Estimate text")
struct EstimateTextTests {
  @Test(
    "The half-width has two significant digits, and the mean goes to the same place",
    arguments: [
      (410.13, 12.4, "410 ± 12"), (83.94, 1.71, "83.9 ± 1.7"), (0.6021, 0.0207, "0.602 ± 0.021"),
      (0.0004042, 0.0000144, "0.000404 ± 0.000014"), (4110.0, 203.0, "4\u{202F}110 ± 200"), (9.6, 12.6, "10 ± 13"),
      (120.0, 9.96, "120 ± 10"), (-3.25, 0.98, "\u{2212}3.25 ± 0.98"),
      (0.00000966, 0.00000049, "(9.66 ± 0.49)\u{202F}×\u{202F}10⁻⁶"),
      (2.5e12, 3.1e10, "(2.500 ± 0.031)\u{202F}×\u{202F}10¹²"),
    ])
  func label(mean: Double, half: Double, text: String) {
    #expect(EstimateText.label(Estimate(mean: mean, low: mean - half, high: mean + half)) == text)
  }

  @Test("A deterministic metric has a half-width of zero, and the last bits of a sum do not count")
  func zeroWidth() {
    #expect(EstimateText.label(Estimate(mean: 1200, low: 1200, high: 1200)) == "1\u{202F}200 ± 0")
    #expect(EstimateText.label(Estimate(mean: 0.3, low: 0.1 + 0.2, high: 0.3)) == "0.3 ± 0")
    #expect(EstimateText.label(Estimate(mean: 0, low: 0, high: 0)) == "0 ± 0")
  }

  @Test("One replication has no interval, and the label says so")
  func infinite() {
    let estimate = Estimate(mean: 412.345, low: -.infinity, high: .infinity)
    #expect(EstimateText.label(estimate) == "412.3 (no interval, n = 1)")
    #expect(EstimateText.label(Estimate(mean: .nan, low: .nan, high: .nan)) == "no value")
  }

  @Test("A skewed interval is written by its ends")
  func skewed() {
    #expect(EstimateText.label(Estimate(mean: 97, low: 90, high: 99)) == "97.0 [90.0, 99.0]")
  }

  @Test("A difference carries its sign")
  func signed() {
    #expect(EstimateText.label(Estimate(mean: 117, low: 99, high: 135), isSigned: true) == "+117 ± 18")
    #expect(EstimateText.label(Estimate(mean: -4, low: -21, high: 13), isSigned: true) == "\u{2212}4 ± 17")
  }
}
