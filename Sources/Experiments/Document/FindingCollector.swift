import Diagnostics

/// Gathers the findings of one pass, so that a user sees all errors at once.
final class FindingCollector {
  private(set) var findings: [Diagnostic] = []

  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  func error(_ code: String, at location: SourceLocation, _ problem: String, remedy: String? = nil) {
    findings.append(Diagnostic(.error, code: code, at: location, problem, remedy: remedy))
  }

  func warning(_ code: String, at location: SourceLocation, _ problem: String, remedy: String? = nil) {
    findings.append(Diagnostic(.warning, code: code, at: location, problem, remedy: remedy))
  }

  /// The findings in the order of the file, those without a position last.
  var sorted: [Diagnostic] {
    let end = SourceLocation.Position(line: .max, column: .max)
    return findings.enumerated().sorted { lhs, rhs in
      let (a, b) = (lhs.element.location.position ?? end, rhs.element.location.position ?? end)
      return (a.line, a.column, lhs.offset) < (b.line, b.column, rhs.offset)
    }.map(\.element)
  }
}
