import Diagnostics
import TestSupport
import Testing

@Suite("DiagnosticRenderer")
struct DiagnosticRendererTests {
  private func finding(
    _ line: Int, _ column: Int, length: Int = 1, _ problem: String = "something is wrong", remedy: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: "some-code",
      at: Diagnostics.SourceLocation(source: "a.yaml", position: .init(line: line, column: column), length: length),
      problem, remedy: remedy)
  }

  private func rendered(_ text: String, _ findings: [Diagnostic], color: Bool = false) -> String {
    DiagnosticRenderer(sources: ["a.yaml": text], color: color).render(findings)
  }

  @Test("The mark stands under the words that are meant")
  func marks() {
    let long = String(repeating: "x", count: 200)
    let sections: [(String, String, [Diagnostic])] = [
      ("plain", "kind: bacth", [finding(1, 7, length: 5, remedy: "did you mean 'batch'?")]),
      ("tabs", "kind:\tbacth\tx", [finding(1, 7, length: 5), finding(1, 13)]),
      ("a tab is meant", "\tkind: a", [finding(1, 1)]),
      ("wide characters", "名前: 蟻の群れ, kind: x", [finding(1, 5, length: 4), finding(1, 17)]),
      ("emoji", "a: 🐜🐜 b", [finding(1, 4, length: 2), finding(1, 7)]),
      ("combining characters", "a: e\u{301}quipe b", [finding(1, 4, length: 7), finding(1, 12)]),
      ("CR LF", "a: 1\r\nb: two\r\nc: 3\r\n", [finding(2, 4, length: 3), finding(3, 1)]),
      ("behind the end of the line", "a: [1, 2", [finding(1, 9, length: 3)]),
      ("far behind the end of the line", "a: 1", [finding(1, 90)]),
      ("longer than the line", "a: begins\n   ends", [finding(1, 4, length: 60)]),
      ("a byte order mark", "\u{FEFF}nam: a", [finding(1, 1, length: 3)]),
      ("line 123456", String(repeating: "\n", count: 123_455) + "b: two", [finding(123_456, 4, length: 3)]),
      ("a line of 200 characters", long, [finding(1, 200)]),
      ("a longer line is not quoted", long + "x", [finding(1, 201)]),
      ("a blank line is not quoted", "  \n", [finding(1, 1), finding(2, 1)]),
      ("a line with control characters is not quoted", "a: \u{1B}[31m\nb: \u{202E}c", [finding(1, 4), finding(2, 4)]),
      ("a line that is not there", "a: 1", [finding(7, 1)]),
      ("a place before the first", "a: 1", [finding(0, 1), finding(1, 0)]),
    ]
    let text = sections.map { "== \($0.0)\n\(rendered($0.1, $0.2))\n" }.joined(separator: "\n")
    expectGolden(text, named: "marks.txt")
  }

  @Test("A finding without a place, or of a source whose text is not known, is told without a quotation")
  func withoutQuotation() {
    let flag = Diagnostic(code: "wrong-type", at: .init(source: "--set a=b"), "expected c", remedy: "for instance d")
    #expect(rendered("a: 1", [flag]) == "--set a=b: error: expected c [wrong-type]\n   for instance d")
    let other = Diagnostic(
      .warning, code: "few", at: .init(source: "b.yaml", position: .init(line: 2, column: 3)), "too few")
    #expect(rendered("a: 1", [other]) == "b.yaml:2:3: warning: too few [few]")
    #expect(rendered("a: 1", []) == "")
  }

  @Test("Of many findings the first 20 are shown, and the rest is counted", arguments: [1, 20, 21, 500])
  func limit(count: Int) {
    let lines = rendered("a", (0..<count).map { finding(1, 1, "number \($0)") }).split(separator: "\n")
    let heads = lines.filter { $0.contains(": error: ") }
    #expect(heads.count == min(count, 20) && heads.last?.contains("number \(min(count, 20) - 1) ") == true)
    #expect(lines.last?.hasPrefix("... and ") == (count > 20))
    if count > 20 { #expect(lines.last == "... and \(count - 20) more") }
  }

  @Test("Nothing of the user's reaches the terminal as a command, and every message keeps to its line")
  func controlCharacters() {
    let text = rendered("", [finding(9, 9, "got '\u{1B}[2J\n\u{9B}x\u{202E}\u{2028}\t'", remedy: "not \u{7}\r\n")])
    #expect(
      text == "a.yaml:9:9: error: got '\\u{1B}[2J\\n\\u{9B}x\\u{202E}\\u{2028}\\t' [some-code]\n   not \\u{7}\\u{D}\\n")
  }

  @Test("Colours are for the severity and the mark alone")
  func color() {
    let expected =
      "a.yaml:1:4: \u{1B}[31;1merror\u{1B}[0m: no [c]\n    1 | a: b\n      |    \u{1B}[32;1m^\u{1B}[0m\n   try d"
    let place = Diagnostics.SourceLocation(source: "a.yaml", position: .init(line: 1, column: 4))
    #expect(rendered("a: b", [Diagnostic(code: "c", at: place, "no", remedy: "try d")], color: true) == expected)
    let warning = rendered("a: b", [Diagnostic(.warning, code: "c", at: place, "no")], color: true)
    #expect(warning.contains("\u{1B}[35;1mwarning\u{1B}[0m"))
  }
}
