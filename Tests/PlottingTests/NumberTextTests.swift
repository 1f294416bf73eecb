import Testing

@testable import Plotting

@Suite("Number text")
struct NumberTextTests {
  @Test(
    "A fixed count of decimals groups thousands and writes a true minus",
    arguments: [
      (0.0, 0, "0"), (999.0, 0, "999"), (1234.5, 1, "1\u{202F}234.5"), (1_234_567.0, 0, "1\u{202F}234\u{202F}567"),
      (-5.25, 1, "\u{2212}5.2"), (-0.04, 1, "0.0"), (1234.0, -2, "1\u{202F}200"), (-1250.0, -2, "\u{2212}1\u{202F}300"),
    ])
  func fixed(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals) == text)
  }

  @Test("A sign is written where asked for, except at zero", arguments: [(3.0, "+3"), (-3.0, "\u{2212}3"), (0.0, "0")])
  func signed(value: Double, text: String) {
    #expect(NumberText.fixed(value, decimals: 0, isSigned: true) == text)
  }

  @Test(
    "Plain numbers drop trailing zeros and take an exponent only far from everyday sizes",
    arguments: [
      (0.00002, 2, "0.00002"), (0.5, 4, "0.5"), (95.0, 6, "95"), (99.9, 6, "99.9"), (70.0, 1, "70"), (100.0, 2, "100"),
      (2e-7, 2, "2\u{202F}×\u{202F}10⁻⁷"), (-1.5e12, 2, "\u{2212}1.5\u{202F}×\u{202F}10¹²"),
    ])
  func plain(value: Double, significant: Int, text: String) {
    #expect(NumberText.plain(value, significant: significant) == text)
  }

  @Test(
    "A half-width keeps two significant digits",
    arguments: [
      (12.0, 0), (1.7, 1), (0.021, 3), (137.0, -1), (9.96, 0), (0.0996, 2), (99.4, 0), (99.6, -1), (1.0, 1),
    ])
  func decimals(half: Double, decimals: Int) {
    #expect(NumberText.decimals(forHalfWidth: half) == decimals)
  }

  @Test("The exponent of a power of ten is exact", arguments: -12...12)
  func exponent(power: Int) throws {
    let value = try #require(Double("1e\(power)"))
    #expect(NumberText.exponent(of: value) == power)
    #expect(NumberText.exponent(of: value * 9.99) == power)
  }
}
