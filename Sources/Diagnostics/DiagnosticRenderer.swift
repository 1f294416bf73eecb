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

  private let lines: [String: [Substring]]
  private let color: Bool

  /// - Parameters:
  ///   - sources: The text of each source by the name that its locations carry, for quoting lines.
  ///   - color: Whether to use terminal colours.
  public init(sources: [String: String], color: Bool = false) {
    // Any of the line endings that YAML knows: splitting on "\n" alone misses CR LF, which is one Character.
    lines = sources.mapValues { $0.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) }
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
    var text = "\(diagnostic.location.label): \(severity): \(diagnostic.problem) [\(diagnostic.code)]"
    if let quote = quote(diagnostic.location) { text += "\n" + quote }
    if let remedy = diagnostic.remedy { text += "\n   " + remedy }
    return text
  }

  /// The line that is meant with a mark under the words, or `nil` where it would not help.
  private func quote(_ location: SourceLocation) -> String? {
    guard let position = location.position, let lines = lines[location.source],
      lines.indices.contains(position.line - 1)
    else { return nil }
    let line = Array(lines[position.line - 1].unicodeScalars)
    // A line of a binary or generated file would fill the terminal.
    guard line.count <= 200, line.allSatisfy({ $0.value >= 32 || $0 == "\t" }) else { return nil }
    let number = String(position.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count))
    let before = line.prefix(position.column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
    let room = max(1, line.count - (position.column - 1))
    let mark = "^" + String(repeating: "~", count: max(0, min(location.length, room) - 1))
    let quoted = String(String.UnicodeScalarView(line))
    return "\(gutter)\(number) | \(quoted)\n      | \(before)\(paint(mark, "32;1"))"
  }

  private func paint(_ text: String, _ code: String) -> String {
    color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
