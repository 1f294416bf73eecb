import Testing

@testable import Plotting

@Suite("Text metrics")
struct TextMetricsTests {
  @Test("Long text is wrapped at spaces, a long word anywhere")
  func lines() {
    #expect(TextMetrics.lines(of: "one two three", limit: 7) == ["one two", "three"])
    #expect(TextMetrics.lines(of: "abcdefghij kl", limit: 4) == ["abcd", "efgh", "ij", "kl"])
    #expect(TextMetrics.lines(of: "", limit: 4) == [])
  }

  @Test("Text is cut to its room with an ellipsis")
  func truncated() {
    let text = "collaborative-with-scouts-and-guards"
    let cut = TextMetrics.truncated(text, toWidth: 100, size: 14)
    #expect(cut.hasSuffix("…"))
    #expect(TextMetrics.width(of: cut, size: 14) <= 100)
    #expect(TextMetrics.truncated("debate", toWidth: 100, size: 14) == "debate")
  }
}
