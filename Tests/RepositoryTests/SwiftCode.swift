/// The text of a Swift file without its comments and without what stands in quotes, line by line.
///
/// A small lexer, enough for text checks: strings with escapes, interpolations and several lines, raw strings, regular
/// expressions between slashes, and comments to the end of the line (the formatter refuses others).
struct SwiftCode {
  /// The lines, as many as the file has; a literal is left as an empty pair of quotes.
  private(set) var lines: [String] = [""]
  /// The comment of each line without its slashes, or `nil`.
  private(set) var comments: [String?] = [nil]

  private let text: [Character]
  private var index = 0

  init(_ text: String) {
    self.text = Array(text)
    while index < self.text.count { step() }
  }

  private mutating func step() {
    switch text[index] {
    case "/" where starts("//"): comment()
    case "\"": literal { $0.string(hashes: 0) }
    case "#" where startsRawString(): literal { $0.string(hashes: $0.hashCount()) }
    case "/" where startsRegex(): literal { $0.regex() }
    default: keep()
    }
  }

  private mutating func keep() {
    if text[index].isNewline {
      lines.append("")
      comments.append(nil)
    } else {
      lines[lines.count - 1].append(text[index])
    }
    index += 1
  }

  private mutating func comment() {
    var words = ""
    while index < text.count, !text[index].isNewline {
      words.append(text[index])
      index += 1
    }
    comments[comments.count - 1] = String(words.drop { $0 == "/" })
  }

  private mutating func literal(_ read: (inout SwiftCode) -> Void) {
    lines[lines.count - 1] += "\"\""
    read(&self)
  }

  /// Skips a string and whatever stands within it.
  private mutating func string(hashes: Int) {
    let fence = String(repeating: "#", count: hashes)
    index += hashes
    let quotes = starts("\"\"\"") ? "\"\"\"" : "\""
    index += quotes.count
    while index < text.count, !starts(quotes + fence) {
      if starts("\\" + fence) {
        index += 1 + hashes
        if index < text.count, text[index] == "(" { interpolation() } else { skip() }
      } else {
        skip()
      }
    }
    index = min(text.count, index + quotes.count + hashes)
  }

  private mutating func interpolation() {
    var depth = 0
    repeat {
      switch text[index] {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      if text[index] == "\"" {
        string(hashes: 0)
      } else {
        skip()
      }
    } while depth > 0 && index < text.count
  }

  private mutating func regex() {
    index += 1
    while index < text.count, text[index] != "/", !text[index].isNewline { index += text[index] == "\\" ? 2 : 1 }
    index = min(text.count, index + 1)
  }

  /// Leaves a character out, but keeps the count of lines.
  private mutating func skip() {
    guard index < text.count else { return }
    if text[index].isNewline { keep() } else { index += 1 }
  }

  private func starts(_ word: String) -> Bool { text[index...].starts(with: word) }

  private func hashCount() -> Int { text[index...].prefix { $0 == "#" }.count }

  private func startsRawString() -> Bool {
    let next = index + hashCount()
    return next < text.count && text[next] == "\""
  }

  /// A slash behind an operand divides; elsewhere, with no space behind it, it opens a regular expression.
  private func startsRegex() -> Bool {
    let before = (lines.last ?? "").last { !$0.isWhitespace }
    let next = index + 1 < text.count ? text[index + 1] : " "
    return !next.isWhitespace && before.map { "(,=:[!&|?{;".contains($0) } ?? true
  }
}
