/// Lines that say what they hold: `Answer: 7`.
enum MarkedText {
  /// What stands behind the last such mark on its line; `nil` where there is none or nothing behind it.
  static func lastLine(_ mark: String, in text: String) -> String? {
    for line in text.split(whereSeparator: \.isNewline).reversed() {
      guard let range = place(of: mark, in: line) else { continue }
      let rest = String(line[range.upperBound...]).trimmed(of: " \t\r*_`")
      if !rest.isEmpty { return rest }
    }
    return nil
  }

  /// The text without what stands behind such marks on their lines.
  static func without(_ mark: String, in text: String) -> String {
    text.split(whereSeparator: \.isNewline)
      .map { line in place(of: mark, in: line).map { line[..<$0.lowerBound] } ?? line }.joined(separator: "\n")
  }

  /// The last place in a line of the word, a colon behind it; emphasis between the two, as in `**Answer**: 7`, is none.
  private static func place(of mark: String, in line: Substring) -> Range<Substring.Index>? {
    let lowered = line.lowercased()
    // Lowercasing may change the number of characters outside ASCII; places are then not comparable.
    guard lowered.utf8.count == line.utf8.count else { return nil }
    for range in lowered.ranges(of: mark).reversed() {
      let rest = lowered[range.upperBound...].drop { " *_`".contains($0) }
      guard rest.first == ":" else { continue }
      let start = lowered.utf8.distance(from: lowered.startIndex, to: range.lowerBound)
      let end = lowered.utf8.distance(from: lowered.startIndex, to: rest.startIndex) + 1
      return line.utf8.index(line.startIndex, offsetBy: start)..<line.utf8.index(line.startIndex, offsetBy: end)
    }
    return nil
  }
}

extension String {
  /// The text without the given characters at its ends.
  func trimmed(of characters: String) -> String {
    let start = drop { characters.contains($0) }
    return String(start.reversed().drop { characters.contains($0) }.reversed())
  }
}
