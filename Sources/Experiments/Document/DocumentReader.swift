import Diagnostics
import Yams

/// Turns the text of a YAML file into a tree of located nodes, and refuses what no experiment file needs.
enum DocumentReader {
  static let maximumBytes = 1 << 20
  static let maximumNodes = 20_000
  static let maximumDepth = 64

  /// - Parameter source: The file's path as the user wrote it, for locations.
  /// - Throws: `DiagnosticList` with one error: the parser stops at the first.
  static func read(_ bytes: [UInt8], source: String) throws(DiagnosticList) -> DocumentNode {
    let whole = SourceLocation(source: source)
    guard bytes.count <= maximumBytes else {
      throw failure(
        "too-large", whole, "the file has \(bytes.count) bytes; an experiment file has at most \(maximumBytes)",
        remedy: "is this the right file?")
    }
    let text = try decode(bytes, source: source)
    try refuseAliasKeys(in: text, source: source)
    guard let root = try compose(text, source: source) else {
      throw failure(
        "empty-file", SourceLocation(source: source, position: .init(line: 1, column: 1)), "the file is empty",
        remedy: "'antbed init' writes an example to start from")
    }
    var budget = maximumNodes
    return try convert(root, source: source, depth: 0, budget: &budget)
  }

  private static func decode(_ bytes: [UInt8], source: String) throws(DiagnosticList) -> String {
    let start = SourceLocation(source: source, position: .init(line: 1, column: 1))
    if let zero = bytes.firstIndex(of: 0) {
      throw failure(
        "not-text", start, "the file is binary: byte \(zero + 1) is zero", remedy: "an experiment file is UTF-8 text")
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    // Decode up to the fault to say where it is: each ill-formed part becomes one replacement character.
    let repaired = String(decoding: bytes, as: UTF8.self)
    let before = repaired.unicodeScalars.prefix { $0 != "\u{FFFD}" }
    let lines = before.split(omittingEmptySubsequences: false) { $0 == "\n" }
    let position = SourceLocation.Position(line: lines.count, column: (lines.last?.count ?? 0) + 1)
    throw failure(
      "not-text", SourceLocation(source: source, position: position), "the file is not valid UTF-8 from here on",
      remedy: "save it as UTF-8")
  }

  private static func compose(_ text: String, source: String) throws(DiagnosticList) -> Node? {
    func at(_ mark: Mark) -> SourceLocation {
      SourceLocation(source: source, position: .init(line: max(1, mark.line), column: max(1, mark.column)))
    }
    do {
      // The basic resolver gives plain scalars no meaning of their own.
      return try Yams.compose(yaml: text, .basic)
    } catch let error as YamlError {
      switch error {
      case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
        .composer(let context, let problem, let mark, _):
        let within = context.map { " (\($0.text.trimmed), line \($0.mark.line))" } ?? ""
        throw failure("syntax", at(mark), problem.trimmed + within, remedy: remedy(for: problem))
      case .reader(let problem, let offset, let value, _):
        let before = text.prefix(offset ?? 0)
        let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let position = SourceLocation.Position(
          line: max(1, lines.count), column: (lines.last?.unicodeScalars.count ?? 0) + 1)
        throw failure(
          "not-text", SourceLocation(source: source, position: position),
          "\(problem) (character code \(value))", remedy: "remove the character")
      case .duplicatedKeysInMapping(let duplicates, let context):
        let names = duplicates.map { "'\(shortened($0))'" }.joined(separator: ", ")
        throw failure(
          "duplicate-key", at(context.mark), "key \(names) stands more than once in this mapping",
          remedy: "keep one of them")
      default:
        throw failure("syntax", SourceLocation(source: source), "the file cannot be read as YAML: \(error)")
      }
    } catch {
      throw failure("syntax", SourceLocation(source: source), "the file cannot be read as YAML: \(error)")
    }
  }

  private static func remedy(for problem: String) -> String? {
    if problem.contains("nesting level") { return "an experiment file is nested at most \(maximumDepth) levels deep" }
    if problem.contains("cannot start any token") { return "indent with spaces, not tabs; quote texts that begin so" }
    if problem.contains("mapping values are not allowed") {
      return "is the line before complete, and indented alike? A text with ': ' in it needs quotes"
    }
    if problem.contains("another document") || problem.contains("but found another") {
      return "an experiment file is one document: remove the '---'"
    }
    return nil
  }

  private static func convert(
    _ node: Node, source: String, depth: Int, budget: inout Int
  ) throws(DiagnosticList) -> DocumentNode {
    let position = SourceLocation.Position(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    func location(length: Int = 1) -> SourceLocation {
      SourceLocation(source: source, position: position, length: length)
    }
    budget -= 1
    // Aliases make a small file a huge tree.
    guard budget >= 0 else {
      throw failure("too-large", location(), "the file has more than \(maximumNodes) nodes, aliases counted in full")
    }
    guard depth <= maximumDepth else {
      throw failure("too-deep", location(), "the file is nested more than \(maximumDepth) levels deep")
    }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain || scalar.style == .any
      let quotes = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 2 : 0
      let length = (scalar.string.split(separator: "\n").first?.unicodeScalars.count ?? 0) + quotes
      return DocumentNode(location: location(length: length), content: .scalar(scalar.string, isPlain: isPlain))
    case .sequence(let sequence):
      var items: [DocumentNode] = []
      for item in sequence {
        items.append(try convert(item, source: source, depth: depth + 1, budget: &budget))
      }
      return DocumentNode(location: location(), content: .sequence(items))
    case .mapping(let mapping):
      var pairs: [(key: DocumentNode, value: DocumentNode)] = []
      for (key, value) in mapping {
        let key = try convert(key, source: source, depth: depth + 1, budget: &budget)
        pairs.append((key, try convert(value, source: source, depth: depth + 1, budget: &budget)))
      }
      return DocumentNode(location: location(), content: .mapping(pairs))
    case .alias:
      throw failure("syntax", location(), "an alias could not be resolved")
    }
  }

  /// Refuses an alias as a key: comparing keys costs time that grows exponentially with nested aliases.
  private static func refuseAliasKeys(in text: String, source: String) throws(DiagnosticList) {
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard line.contains("*"), let match = line.firstMatch(of: /(?:^|[\s\[{,?])(\*[^\s,\[\]{}]+)\s*:(?:\s|$)/) else {
        continue
      }
      let column = line[..<match.1.startIndex].unicodeScalars.count + 1
      throw failure(
        "unsupported", SourceLocation(source: source, position: .init(line: number + 1, column: column)),
        "an alias cannot be a key", remedy: "write the key out")
    }
  }

  private static func failure(
    _ code: String, _ location: SourceLocation, _ problem: String, remedy: String? = nil
  ) -> DiagnosticList {
    DiagnosticList([Diagnostic(code: code, at: location, problem, remedy: remedy)])
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while let last = text.last, last.isWhitespace || last == ":" { text.removeLast() }
    return String(text)
  }
}
