import Testing

@testable import Plotting

@Suite("Data table")
struct DataTableTests {
  @Test("Units stand in the header, and numbers have no more digits than they need")
  func text() {
    let table = DataTable(
      columns: [.init("row", isForDrawing: true), .init("name"), .init("mean", unit: "s")],
      rows: [[.integer(1), .text("a"), .number(0.1)], [.integer(2), .text("b"), .number(.infinity)]])
    #expect(table.text == "# row\tname\tmean (s)\n1\ta\t0.1\n2\tb\t\n")
  }

  @Test("People see no column that only the drawing needs")
  func forReading() {
    let table = DataTable(
      columns: [.init("row", isForDrawing: true), .init("name")], rows: [[.integer(1), .text("a")]])
    #expect(table.forReading == DataTable(columns: [.init("name")], rows: [[.text("a")]]))
  }

  @Test("A name cannot break out of its cell")
  func hostile() {
    let table = DataTable(
      columns: [.init("name"), .init("note")],
      rows: [[.text("# a\tb\nc"), .text("\"d\" e")], [.text("f"), .text("g \"h\"")]])
    #expect(table.text == "# name\tnote\n\"# a b c\"\t\"\"\"d\"\" e\"\nf\tg \"h\"\n")
  }
}
