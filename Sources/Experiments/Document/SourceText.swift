import Diagnostics

/// The text of a file with its lines, counted as the YAML parser counts them.
struct SourceText {
  static let maximumBytes = 1 << 20

  let source: String
  let text: String
  private let lines: [Substring]

  /// - Parameter source: The file's path as the user wrote it, for locations.
  /// - Throws: `DiagnosticList` with one error where the bytes are no text that YAML allows.
  init(_ bytes: [UInt8], source: String) throws(DiagnosticList) {
    guard bytes.count <= Self.maximumBytes else {
      throw DiagnosticList(
        "too-large", at: SourceLocation(source: source),
        "the file is larger than the \(Self.maximumBytes / 1024) KiB that are read", remedy: "is this the right file?")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw DiagnosticList(
        "not-text", at: SourceLocation(source: source), "the file is UTF-16 text", remedy: "save it as UTF-8")
    }
    // A byte order mark says that the text is UTF-8, and is no part of it.
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let (text, isWhole) = Self.validPrefix(of: content)
    self.source = source
    self.text = text
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if let index = text.unicodeScalars.firstIndex(where: { !$0.isAllowedInYAML }) { throw forbidden(index) }
    guard isWhole else {
      throw DiagnosticList(
        "not-text", at: location(of: text.endIndex), "the file is not valid UTF-8 from here on",
        remedy: "save it as UTF-8")
    }
  }

  func location(line: Int, column: Int, length: Int = 1) -> SourceLocation {
    SourceLocation(source: source, position: .init(line: max(1, line), column: max(1, column)), length: length)
  }

  func location(of index: String.Index, length: Int = 1) -> SourceLocation {
    let before = text[..<index].split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return location(line: before.count, column: (before.last?.unicodeScalars.count ?? 0) + 1, length: length)
  }

  /// The character at a place counted from 1, or `nil` behind the end of its line.
  func character(line: Int, column: Int) -> Unicode.Scalar? {
    guard lines.indices.contains(line - 1) else { return nil }
    return lines[line - 1].unicodeScalars.dropFirst(column - 1).first
  }

  /// The next place after a mapping's key where the same key begins: in a line below that begins in the same column, or
  /// else further on in its own line.
  func nextKey(_ key: String, line: Int, column: Int) -> SourceLocation? {
    let spellings = [key, "'\(key)'", "\"\(key)\""]
    func isKey(_ rest: Substring.UnicodeScalarView.SubSequence) -> Bool {
      spellings.contains { rest.starts(with: $0.unicodeScalars) && isColon(after: $0.unicodeScalars.count, in: rest) }
    }
    guard lines.indices.contains(line - 1) else { return nil }
    let own = lines[line - 1].unicodeScalars
    for start in own.indices.dropFirst(column) where " ,{".unicodeScalars.contains(own[own.index(before: start)]) {
      guard isKey(own[start...]) else { continue }
      let found = own.distance(from: own.startIndex, to: start) + 1
      return location(line: line, column: found, length: key.unicodeScalars.count)
    }
    for (number, below) in lines.enumerated().dropFirst(line) {
      let indent = below.prefix { $0 == " " }.count
      guard indent == column - 1, isKey(below.unicodeScalars.dropFirst(indent)) else { continue }
      return location(line: number + 1, column: column, length: key.unicodeScalars.count)
    }
    return nil
  }

  /// The first place where an alias stands as a key.
  func aliasKey(_ name: String) -> SourceLocation? {
    for (number, line) in lines.enumerated() {
      for start in line.unicodeScalars.indices where line.unicodeScalars[start] == "*" {
        let rest = line.unicodeScalars[start...].dropFirst()
        guard rest.starts(with: name.unicodeScalars), isColon(after: name.unicodeScalars.count, in: rest) else {
          continue
        }
        let column = line.unicodeScalars.distance(from: line.startIndex, to: start) + 1
        return location(line: number + 1, column: column, length: name.unicodeScalars.count + 1)
      }
    }
    return nil
  }

  /// What a line holds between two places, counted from 1; empty where there is no such line.
  func rest(ofLine line: Int, from start: Int = 1, upTo end: Int = .max) -> String {
    guard lines.indices.contains(line - 1) else { return "" }
    return String(Substring(lines[line - 1].unicodeScalars.prefix(max(0, end - 1)).dropFirst(max(0, start - 1))))
  }

  /// The last line with a word in it, counted from 1.
  var lastLine: Int { (lines.lastIndex { $0.contains { !$0.isWhitespace } } ?? 0) + 1 }

  private func isColon(after count: Int, in rest: Substring.UnicodeScalarView) -> Bool {
    rest.dropFirst(count).drop { $0 == " " }.first == ":"
  }

  private func forbidden(_ index: String.Index) -> DiagnosticList {
    let scalar = text.unicodeScalars[index]
    let code = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    guard scalar.value != 0 else {
      return DiagnosticList(
        "not-text", at: location(of: index), "the file is binary: here is a zero byte",
        remedy: "an experiment file is UTF-8 text")
    }
    return DiagnosticList(
      "not-text", at: location(of: index), "the control character \(name) is not allowed",
      remedy: "remove it; in a text in double quotes it can be written \\x\(String(code.suffix(2)))")
  }

  /// The text of the longest part, from the beginning, that is valid UTF-8, and whether that is all.
  private static func validPrefix(of bytes: ArraySlice<UInt8>) -> (text: String, isWhole: Bool) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, true) }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var scalars = String.UnicodeScalarView()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { scalars.append(scalar) }
    return (String(scalars), false)
  }
}

extension Unicode.Scalar {
  /// YAML 1.2.2, production `c-printable`.
  fileprivate var isAllowedInYAML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}

extension DiagnosticList {
  /// A list of one error.
  init(_ code: String, at location: SourceLocation, _ problem: String, remedy: String? = nil) {
    self.init([Diagnostic(code: code, at: location, problem, remedy: remedy)])
  }
}
