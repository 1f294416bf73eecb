/// A table of a Markdown text.
struct MarkdownTable {
  let header: [String]
  let rows: [[String]]

  /// The first table whose first header cell is `title`, or `nil`.
  init?(_ title: String, in text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.cells)
    guard let start = lines.firstIndex(where: { $0?.first == title }), let header = lines[start] else { return nil }
    self.header = header
    // Below the header stands the line of dashes.
    rows = lines[start...].dropFirst(2).prefix { $0 != nil }.compactMap(\.self)
  }

  private static func cells(_ line: Substring) -> [String]? {
    guard line.hasPrefix("|"), line.hasSuffix("|") else { return nil }
    return line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// The words of a cell that stand in backquotes.
  static func code(in cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }
}
