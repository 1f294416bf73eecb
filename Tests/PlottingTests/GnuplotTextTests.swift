import Testing

@testable import Plotting

@Suite("Gnuplot text")
struct GnuplotTextTests {
  @Test("Plain text stands in single quotes, a quote in it doubled")
  func quoted() {
    #expect(GnuplotText.quoted("it's `x` $(y) {}_^@&\"\\") == "'it''s `x` $(y) {}_^@&\"\\'")
  }

  @Test("A quote that gnuplot would take for the end is kept apart", arguments: ["'", "''", "'a", "a''b", "'''"])
  func quotes(text: String) {
    let scalars = Array(GnuplotText.quoted(text).unicodeScalars)
    let inner = scalars.dropFirst().dropLast()
    #expect(inner.first != "'")
    let parts = inner.split(separator: GnuplotText.joiner).map { String(String.UnicodeScalarView($0)) }
    #expect(parts.allSatisfy { !$0.contains("'''") })
    #expect(parts.joined().filter { $0 == "'" }.count == 2 * text.filter { $0 == "'" }.count)
  }

  @Test("A quote or a bracket with a combining accent is still one")
  func accents() {
    #expect(Array(GnuplotText.quoted("a'\u{301}b").unicodeScalars) == Array("'a''\u{301}b'".unicodeScalars))
    #expect(GnuplotText.bold("_\u{301}").unicodeScalars.contains("\\"))
  }

  @Test("Line breaks and control characters become spaces")
  func control() {
    #expect(GnuplotText.quoted("a\nb\tc\u{1}d\u{FFFE}e\r\nf") == "'a b c d e  f'")
  }

  @Test("In bold text every character of the markup is escaped")
  func bold() {
    #expect(GnuplotText.bold("a_b^{c}@d&e~f\\g'") == "'{/:Bold a\\_b\\^\\{c\\}\\@d\\&e\\~f\\\\g''}'")
    #expect(GnuplotText.bold("x", size: 17) == "'{/:Bold=17 x}'")
    #expect(GnuplotText.bold("x", note: "← better") == "'{/:Bold x}   {/=12 ← better}'")
  }

  @Test("A written code point is taken apart")
  func codePoint() {
    #expect(GnuplotText.bold("\\U+0041") == "'{/:Bold \\\\\u{2060}U+0041}'")
  }
}
