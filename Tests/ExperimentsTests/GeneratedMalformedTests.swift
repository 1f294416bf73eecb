import Diagnostics
import Testing

/// Malformed files that cannot stand in a folder as text, or would be too large there.
@Suite("Bytes that are no experiment file")
struct GeneratedMalformedTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let says: String

    var testDescription: String { name }

    init(_ name: String, _ bytes: [UInt8], says: String) {
      (self.name, self.bytes, self.says) = (name, bytes, says)
    }

    init(_ name: String, text: String, says: String) {
      self.init(name, Array(text.utf8), says: says)
    }
  }

  @Test(
    "are refused at once, at the right place", .timeLimit(.minutes(1)), arguments: encodings + sizes + depths + swarms)
  func refused(_ example: Case) {
    let rendered = MalformedFile(name: "x", bytes: example.bytes).rendered
    #expect(rendered.hasPrefix(example.says), "\(rendered.prefix(500))")
    // Neither a long line nor a control character reaches the terminal.
    #expect(rendered.count < 20_000 && rendered.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 32 })
  }

  static let encodings: [Case] = [
    Case(
      "binary", [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x00, 0x00, 0xFF], says: "x:1:1: error: the control character U+007F"),
    Case(
      "a zero byte", Array("name: a\nti".utf8) + [0] + Array("tle: b\n".utf8), says: "x:2:3: error: the file is binary"),
    Case(
      "Latin 1", Array("name: é".utf8) + [0x0A] + Array("title: caf".utf8) + [0xE9, 0x0A],
      says: "x:2:11: error: the file is not valid UTF-8"),
    Case("a cut character", Array("title: 蟻".utf8).dropLast(), says: "x:1:8: error: the file is not valid UTF-8"),
    Case("an overlong zero", Array("a: ".utf8) + [0xC0, 0x80], says: "x:1:4: error: the file is not valid UTF-8"),
    Case(
      "half a surrogate pair", Array("a: ".utf8) + [0xED, 0xA0, 0x80], says: "x:1:4: error: the file is not valid UTF-8"
    ),
    Case(
      "a replacement character before the fault", Array("\u{FFFD}: ".utf8) + [0xFF],
      says: "x:1:4: error: the file is not"),
    Case("UTF-16, little end first", [0xFF, 0xFE, 0x6E, 0x00], says: "x: error: the file is UTF-16 text"),
    Case("UTF-16, big end first", [0xFE, 0xFF, 0x00, 0x6E], says: "x: error: the file is UTF-16 text"),
    Case("UTF-16 without a mark", [0x6E, 0x00, 0x61, 0x00], says: "x:1:2: error: the file is binary"),
    Case(
      "an escape character", text: "name: a\r\ntitle: \u{1B}[31mred\n",
      says: "x:2:8: error: the control character U+001B"),
    Case("a C1 control", text: "title: a\u{86}b\n", says: "x:1:9: error: the control character U+0086"),
    Case("no character", text: "title: \u{FFFE}\n", says: "x:1:8: error: the control character U+FFFE"),
    Case(
      "a mark of the byte order, and an error behind it", text: "\u{FEFF}nam: a\n",
      says: "x:1:1: error: an experiment file needs"),
    Case(
      "a lone carriage return as the end of a line", text: "name: a\rtitle: [\r",
      says: "x:3:1: error: the file ends where"),
    Case(
      "a line separator as the end of a line", text: "name: a\u{2028}title: [\n",
      says: "x:3:1: error: the file ends where"),
  ]

  static let sizes: [Case] = [
    Case(
      "2 MiB", text: String(repeating: "# A line of a comment.\n", count: 91_181),
      says: "x: error: the file is larger than"),
    Case("100,000 keys", text: lines(100_000) { "k\($0): 1" }, says: "x: error: the file has more than 20000 values"),
    Case(
      "11,000 keys", text: lines(11_000) { "key\($0): \($0)" }, says: "x: error: the file has more than 20000 values"),
    Case(
      "9,000 keys", text: "name: a\n" + lines(9_000) { "key\($0): \($0)" },
      says: "x:1:1: error: an experiment file needs"),
    Case(
      "a very long line", text: "name: " + String(repeating: "x", count: 200_000),
      says: "x:1:1: error: an experiment file needs"),
    Case(
      "a very long number", text: "format: " + String(repeating: "9", count: 200_000),
      says: "x:1:1: error: an experiment"),
    Case(
      "a very long quantity", text: small + "baseline: " + String(repeating: "( ", count: 90_000),
      says: "x:4:11: error: no arch"),
    Case(
      "a very long key", text: String(repeating: "k", count: 200_000) + ": 1\n",
      says: "x:1:200001: error: a ':' cannot stand here"),
    Case(
      "very many empty lists", text: "[" + String(repeating: "[],", count: 60_000) + "]",
      says: "x: error: the file has more"),
    Case(
      "very many aliases", text: "a: &a b\nc: [" + String(repeating: "*a, ", count: 300) + "]",
      says: "x:2:805: error: the file has more than 200 aliases"),
    Case("very many commas", text: String(repeating: ",", count: 200_000), says: "x:1:1: error:"),
    Case("very many colons", text: String(repeating: ": ", count: 100_000), says: "x:1:"),
    Case("very many question marks", text: String(repeating: "? ", count: 100_000), says: "x:1:"),
    Case(
      "very many quotes", text: String(repeating: "'\"", count: 100_000), says: "x:1:4: error: expected one mapping"),
    Case("very many anchors", text: lines(20_000) { "- &a\($0) x" }, says: "x: error: the file has more than"),
    Case("very many tags", text: String(repeating: "!a ", count: 80_000), says: "x:1:"),
    Case(
      "an alias as a key, of aliases of aliases", text: laughs + "*h : 1\n", says: "x:9:1: error: a list, a mapping"),
    Case(
      "a list as a key, of aliases of aliases", text: laughs + "[*h, *h]: 1\n", says: "x:9:8: error: a list, a mapping"),
    Case(
      "a mapping as a key within a list", text: laughs + "z: [{a: *h} : 1]\n", says: "x:9:11: error: a list, a mapping"),
  ]

  static let depths: [Case] = [
    Case(
      "10,000 brackets", text: String(repeating: "[", count: 10_000), says: "x:1:1: error: the file is nested too deep"),
    Case("10,000 braces", text: String(repeating: "{a: ", count: 10_000), says: "x:1:"),
    Case("5,000 dashes", text: String(repeating: "- ", count: 5_000), says: "x:1:"),
    Case("5,000 levels of indentation", text: indented(5_000), says: "x: error: the file is larger than"),
    Case("500 levels of indentation", text: indented(500), says: "x:65:65: error: the file is nested more than 64"),
    Case(
      "66 levels", text: String(repeating: "[", count: 66) + String(repeating: "]", count: 66),
      says: "x:1:66: error: the file is nested more than 64"),
    Case(
      "a chain of aliases", text: "- &a0 x\n" + lines(150) { "- &a\($0 + 1) [*a\($0)]" },
      says: "x:1:3: error: the file is nested"),
    Case("a longer chain of aliases", text: "- &a0 x\n" + lines(8_000) { "- &a\($0 + 1) [*a\($0)]" }, says: "x:202:"),
  ]

  static let swarms: [Case] = [
    Case(
      "twenty levels of architectures, of a thousand agents each",
      text: small.replacing(
        "{kind: single}", with: nested(20, "{kind: hierarchical, with: {workers: 1000, worker: ", "}}")),
      says: "x:3:"),
    Case(
      "seventy levels of architectures", text: small.replacing("{kind: single}", with: nested(70, "{worker: ", "}")),
      says: "x:3:576: error: the file is nested more than 64"),
    Case(
      "five thousand architectures",
      text: "name: a\nworkload: {kind: batch, tasks: 1}\narchitectures:\n" + lines(5_000) { "- {kind: a\($0)}" },
      says: "x:4:10: error: unknown kind 'a0'"),
    Case(
      "two thousand backends that record each other",
      text: small + "backends:\n" + lines(2_000) { "  b\($0): {kind: recorded, of: b\($0 + 1)}" },
      says: "x:5:28: error: no live backend is named 'b1'"),
    Case(
      "a sweep of twenty factors of a thousand levels",
      text: small + "sweep:\n  factors:\n"
        + lines(20) { "    backends.b\($0).concurrency: {from: 1, to: 1000, steps: 1000}" },
      says: "x:6:5: error: the sweep has very many design points"),
    Case(
      "five thousand types of tasks without a weight",
      text: "name: a\nworkload:\n  kind: batch\n  tasks: 1\n  types:\n" + lines(5_000) { "    t\($0): 0" }
        + "architectures: [{kind: single}]\n",
      says: "x:6:9: error: t0 is 0; it must be in"),
    Case(
      "a path of a thousand keys",
      text: small + "sweep: {factors: {workload" + String(repeating: ".a", count: 1_000) + ": [1]}}\n", says: "x:4:"),
  ]

  private static func nested(_ levels: Int, _ open: String, _ close: String) -> String {
    String(repeating: open, count: levels) + "single" + String(repeating: close, count: levels)
  }

  private static let small = "name: a\nworkload: {kind: batch, tasks: 1}\narchitectures: [{kind: single}]\n"

  /// Eight levels of four aliases: 4⁸ values, and as many comparisons of a key.
  private static let laughs =
    "a: &a [x, x, x, x]\n"
    + zip("abcdefg", "bcdefgh").map { "\($1): &\($1) [*\($0), *\($0), *\($0), *\($0)]\n" }.joined()

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map { line($0) + "\n" }.joined()
  }

  private static func indented(_ levels: Int) -> String {
    lines(levels) { String(repeating: " ", count: $0) + "a:" }
  }
}
