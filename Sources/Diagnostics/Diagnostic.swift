/// One located finding in a user's input: what is wrong, what is allowed, and the nearest right answer.
public struct Diagnostic: Error, Sendable, Hashable {
  /// Whether the input can be used nevertheless.
  public enum Severity: String, Sendable, Hashable {
    case error
    case warning
  }

  public let severity: Severity
  /// What programs and tests switch on, and what `[...]` shows: `unknown-key`, `wrong-unit`, ...
  public let code: String
  public let location: SourceLocation
  /// What is wrong, in one sentence without a full stop.
  public let problem: String
  /// What would be right, or `nil` where the problem says it already.
  public let remedy: String?

  public init(
    _ severity: Severity = .error, code: String, at location: SourceLocation, _ problem: String, remedy: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.location = location
    self.problem = problem
    self.remedy = remedy
  }
}

/// All the findings of one pass over an input, in the order in which they stand there.
public struct DiagnosticList: Error, Sendable {
  public let diagnostics: [Diagnostic]

  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}
