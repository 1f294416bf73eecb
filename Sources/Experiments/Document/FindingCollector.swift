import Diagnostics

/// Gathers the findings of one pass, so that a user sees all errors at once.
final class FindingCollector {
  private(set) var findings: [Diagnostic] = []

  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  @discardableResult
  func error(
    _ code: String, at location: SourceLocation, _ problem: String, remedy: String? = nil
  ) -> Diagnostic {
    let finding = Diagnostic(.error, code: code, at: location, problem, remedy: remedy)
    findings.append(finding)
    return finding
  }

  /// Takes back an error that another one explains.
  func retract(_ finding: Diagnostic) {
    findings.removeAll { $0 == finding }
  }

  func warning(_ code: String, at location: SourceLocation, _ problem: String, remedy: String? = nil) {
    findings.append(Diagnostic(.warning, code: code, at: location, problem, remedy: remedy))
  }

  /// The findings in the order of the file, then those of each further file, then those without a position.
  ///
  /// - Parameter source: The file that comes first.
  func sorted(from source: String) -> [Diagnostic] {
    var places = [source: 0]
    for finding in findings where places[finding.location.source] == nil {
      places[finding.location.source] = places.count
    }
    let end = SourceLocation.Position(line: .max, column: .max)
    func rank(_ finding: Diagnostic) -> (Int, Int, Int) {
      guard let position = finding.location.position else { return (places.count, end.line, end.column) }
      return (places[finding.location.source] ?? 0, position.line, position.column)
    }
    return findings.enumerated().sorted { lhs, rhs in
      let (a, b) = (rank(lhs.element), rank(rhs.element))
      return a == b ? lhs.offset < rhs.offset : a < b
    }.map(\.element)
  }
}
