/// Columns of text, the first aligned to the left, the others to the right.
public struct TextTable {
  private let rows: [[String]]

  /// - Precondition: Every row has as many fields as the header.
  public init(header: [String], rows: [[String]]) {
    precondition(rows.allSatisfy { $0.count == header.count }, "a row has another number of fields than the header")
    self.rows = [header] + rows
  }

  public var lines: [String] {
    let widths = rows[0].indices.map { column in rows.map { Self.width($0[column]) }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (column, field) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - Self.width(field))
        line += column == 0 ? field + padding : "  " + padding + field
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  /// Columns that a text takes on a terminal; colour codes take none.
  private static func width(_ text: String) -> Int {
    text.replacing(/\u{1B}\[[0-9;]*m/, with: "").count
  }
}
