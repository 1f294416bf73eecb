import Diagnostics
import Experiments
import TestSupport
import Testing

@Suite("A malformed experiment file")
struct MalformedFileTests {
  /// Findings that are about the file as a whole, and so have no line.
  private static let wholeFile: Set<String> = ["too-large"]

  @Test("is refused, with a place, a code and a remedy", .timeLimit(.minutes(1)), arguments: MalformedFile.all)
  func refused(file: MalformedFile) {
    let findings = file.findings
    #expect(!findings.isEmpty, "the file is accepted")
    for finding in findings {
      #expect(finding.severity == .error)
      #expect(finding.code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(finding.code)")
      #expect(finding.location.position != nil || Self.wholeFile.contains(finding.code), "\(finding)")
      #expect(!finding.problem.isEmpty && !finding.problem.hasSuffix("."), "\(finding.problem)")
      // A range is its own remedy.
      #expect(finding.remedy?.isEmpty == false || finding.code == "out-of-range", "\(finding)")
    }
  }

  @Test("is refused in words that are pinned")
  func words() {
    let sections = MalformedFile.all.map { "== \($0.name)\n\($0.rendered)\n" }
    expectGolden(sections.joined(separator: "\n"), named: "malformed.txt")
  }

  @Test("has its kinds covered")
  func coverage() {
    #expect(MalformedFile.all.count >= 80)
    let codes = Set(MalformedFile.all.flatMap { $0.findings.map(\.code) })
    let expected: Set = [
      "bad-name", "contradiction", "duplicate-key", "duplicate-name", "empty-file", "missing-file", "missing-key",
      "out-of-range", "syntax", "too-large", "unknown-key", "unknown-name", "unsupported", "wrong-type", "wrong-unit",
    ]
    #expect(expected.subtracting(codes).isEmpty)
  }

  @Test("has its findings in the order of the file")
  func order() throws {
    let file = try #require(MalformedFile.all.first { $0.name == "keys-unknown-everywhere.yaml" })
    let lines = file.findings.compactMap { $0.location.position?.line }
    #expect(lines == lines.sorted() && lines.count >= 10)
  }
}
