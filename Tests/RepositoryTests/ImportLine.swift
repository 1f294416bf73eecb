/// The module names that a Swift file imports.
enum ImportLine {
  private static let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias", "actor"]
  private static let levels = ["public", "package", "internal", "fileprivate", "private"]

  /// - Returns: Line, from 1, and module of each import.
  static func all(in text: String) -> [(line: Int, module: String)] {
    SwiftCode(text).lines.enumerated().compactMap { index, line in
      var words = line.split(whereSeparator: { $0.isWhitespace || $0 == ";" })[...]
      while let first = words.first, first.hasPrefix("@") || levels.contains(String(first)) { words.removeFirst() }
      guard words.popFirst() == "import" else { return nil }
      if let first = words.first, kinds.contains(String(first)) { words.removeFirst() }
      return words.first.map { (index + 1, String($0.prefix { $0 != "." })) }
    }
  }
}
