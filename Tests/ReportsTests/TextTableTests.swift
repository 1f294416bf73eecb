import Reports
import Testing

@Suite("Text table")
struct TextTableTests {
  private let table = TextTable(
    header: ["name", "first", "second", "third"], rows: [["a", "1", "22", "333"], ["bcd", "4444444", "5", "6"]])

  @Test("The first column is aligned to the left, the others to the right")
  func alignment() {
    #expect(
      table.lines == [
        "name    first  second  third",
        "a           1      22    333",
        "bcd   4444444       5      6",
      ])
  }

  @Test("What does not fit follows below, with the first column again")
  func split() {
    #expect(
      table.lines(fitting: 22) == [
        "name    first  second",
        "a           1      22",
        "bcd   4444444       5",
        "",
        "name  third",
        "a       333",
        "bcd       6",
      ])
  }

  @Test("A terminal that is too narrow for two columns gets one after the other")
  func narrow() {
    #expect(table.lines(fitting: 1).count == 3 * 3 + 2)
  }

  @Test("Colour codes take no room")
  func colors() {
    let table = TextTable(header: ["x", "y"], rows: [["\u{1B}[1ma\u{1B}[0m", "b"]])
    #expect(table.lines[1] == "\u{1B}[1ma\u{1B}[0m  b")
  }
}
