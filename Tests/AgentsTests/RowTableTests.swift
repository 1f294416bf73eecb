import Testing

@testable import Agents

@Suite("A table of rows")
struct RowTableTests {
  private final class Counted {
    nonisolated(unsafe) static var alive = 0
    let number: Int

    init(_ number: Int) {
      self.number = number
      Self.alive += 1
    }

    deinit { Self.alive -= 1 }
  }

  @Test("Rows stay what they were when the table grows, and go with it")
  func growth() {
    do {
      var table = RowTable([Counted(0)])
      for number in 1..<100 { table.append(Counted(number)) }
      #expect(table.count == 100 && table.all.map(\.number) == Array(0..<100))
      table[7] = Counted(-7)
      #expect(table[7].number == -7 && table[8].number == 8)
      #expect(Counted.alive == 100)
    }
    #expect(Counted.alive == 0)
  }

  @Test("Debug builds stop where a row is not there, is used while one is appended, or is of an old copy")
  func misuse() async {
    #if DEBUG
      await #expect(processExitsWith: .failure) { _ = RowTable([1, 2])[2] }
      await #expect(processExitsWith: .failure) {
        var table = RowTable(Array(0..<16))
        let old = table
        table.append(16)
        _ = old[0]
      }
    #endif
  }
}
