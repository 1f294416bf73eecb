/// Turns diagnostics into text in the form that compilers use; the one place where their layout is decided.
///
/// ```
/// Experiments/faults.yaml:41:1: error: unknown key 'replicatons' [unknown-key]
///    41 | replicatons: {min: 10}
///       | ^~~~~~~~~~~
///    did you mean 'replications'? Keys allowed here: architectures, backends, ...
/// ```
public struct DiagnosticRenderer: Sendable {
  /// How many findings are shown; the rest is counted.
  public static let limit = 20
  /// The longest line that is quoted, in characters.
  public static let longestQuote = 200

  private let lines: [String: [Substring]]
  private let color: Bool

  /// - Parameters:
  ///   - sources: The text of each source by the name that its locations carry, for quoting lines.
  ///   - color: Whether to use terminal colours.
  public init(sources: [String: String], color: Bool = false) {
    lines = sources.mapValues { text in
      // A byte order mark is no part of the first line, and has no column.
      let text = text.unicodeScalars.first == "\u{FEFF}" ? Substring(text.unicodeScalars.dropFirst()) : text[...]
      // Any of the line endings that YAML knows: splitting on "\n" alone misses CR LF, which is one Character.
      return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    }
    self.color = color
  }

  /// Renders findings one below the other, at most `limit` of them; without a line break at the end.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    var text = diagnostics.prefix(Self.limit).map(render).joined(separator: "\n")
    if diagnostics.count > Self.limit { text += "\n... and \(diagnostics.count - Self.limit) more" }
    return text
  }

  /// Renders one finding: its place and problem, the line that is meant, and the remedy.
  public func render(_ diagnostic: Diagnostic) -> String {
    let severity = paint(diagnostic.severity.rawValue, diagnostic.severity == .error ? "31;1" : "35;1")
    var text =
      "\(Secrets.masked(diagnostic.location.label).printable): \(severity): "
      + "\(Secrets.masked(diagnostic.problem).printable) [\(diagnostic.code)]"
    if let quote = quote(diagnostic.location) { text += "\n" + quote }
    if let remedy = diagnostic.remedy { text += "\n   " + remedy.printable }
    return text
  }

  /// The line that is meant with a mark under the words, or `nil` where it would not help.
  private func quote(_ location: SourceLocation) -> String? {
    guard let position = location.position, let lines = lines[location.source],
      lines.indices.contains(position.line - 1)
    else { return nil }
    let line = Array(Secrets.masked(String(lines[position.line - 1])).unicodeScalars)
    // A line of a binary or generated file would fill the terminal, or do worse to it; a blank one shows nothing.
    guard line.contains(where: { !$0.properties.isWhitespace }) else { return nil }
    guard line.count <= Self.longestQuote, !line.contains(where: { $0 != "\t" && $0.isControl }) else { return nil }
    let number = String(position.line)
    let margin = String(repeating: " ", count: max(5, number.count))
    let start = min(max(0, position.column - 1), line.count)
    // A tab stays a tab: where it leads to is the terminal's affair, and the same in both lines.
    let before = line[..<start].map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.displayWidth) }.joined()
    let width = line[start...].prefix(location.length).reduce(0) { $0 + $1.displayWidth }
    let mark = "^" + String(repeating: "~", count: max(0, width - 1))
    let quoted = String(String.UnicodeScalarView(line))
    return "\(margin.dropLast(number.count))\(number) | \(quoted)\n\(margin) | \(before)\(paint(mark, "32;1"))"
  }

  private func paint(_ text: String, _ code: String) -> String {
    color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
