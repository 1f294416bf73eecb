import Reports
import TestSupport
import Testing

@Suite("Comparison as text and as JSON")
struct ComparisonTextTests {
  @Test("The text for a terminal is as recorded")
  func text() throws {
    expectGolden(ComparisonText(try SampleComparison().plain, color: false).text, named: "comparison.txt")
  }

  @Test("Colours change nothing but colours")
  func colors() throws {
    let found = try SampleComparison().plain
    let colored = ComparisonText(found, color: true).text
    #expect(colored.contains("\u{1B}["))
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == ComparisonText(found, color: false).text)
  }

  @Test("The JSON is as recorded, and as docs/comparison-json.md says")
  func json() throws {
    expectGolden(try StableJSON.text(ComparisonDocument(try SampleComparison().plain)), named: "comparison.json")
  }
}
