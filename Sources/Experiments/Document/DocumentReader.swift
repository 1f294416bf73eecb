import Diagnostics
import Yams

/// Turns the text of a YAML file into a tree of located nodes, and refuses what no experiment file needs.
struct DocumentReader {
  static let maximumNodes = 20_000
  static let maximumDepth = 64

  private let text: SourceText
  private var nodesLeft = DocumentReader.maximumNodes

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - source: The file's path as the user wrote it, for locations.
  ///   - remedy: What to do where the file is empty.
  /// - Throws: `DiagnosticList` with one error: the parser stops at the first.
  static func read(_ bytes: [UInt8], source: String, ifEmpty remedy: String) throws(DiagnosticList) -> DocumentNode {
    let root = try value(bytes, source: source)
    guard root.isNull else { return root }
    throw DiagnosticList(
      "empty-file", at: SourceLocation(source: source, position: .init(line: 1, column: 1)), "the file is empty",
      remedy: remedy)
  }

  /// Reads a text that may say nothing.
  static func value(_ bytes: [UInt8], source: String) throws(DiagnosticList) -> DocumentNode {
    let text = try SourceText(bytes, source: source)
    try AliasGuard.check(text)
    var reader = DocumentReader(text: text)
    return try reader.root()
  }

  private init(text: SourceText) {
    self.text = text
  }

  private mutating func root() throws(DiagnosticList) -> DocumentNode {
    do {
      // The basic resolver gives plain scalars no meaning of their own. The parser holds the anchors while it lives.
      let parser = try Parser(yaml: text.text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        return DocumentNode(location: text.location(line: 1, column: 1), content: .scalar("", isPlain: true))
      }
      defer { withExtendedLifetime(parser) {} }
      return try convert(root, depth: 0)
    } catch let error as DiagnosticList {
      throw error
    } catch let error as YamlError {
      throw finding(of: error)
    } catch {
      throw DiagnosticList("syntax", at: text.location(line: 1, column: 1), "the file is no valid YAML: \(error)")
    }
  }

  private func finding(of error: YamlError) -> DiagnosticList {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return SyntaxProblem(text: text, problem: problem, mark: mark, context: context).finding
    case .duplicatedKeysInMapping(let duplicates, let context):
      let (line, column) = (context.mark.line, context.mark.column)
      let key = duplicates.first ?? ""
      let again = text.nextKey(key, line: line, column: column)
      return DiagnosticList(
        "duplicate-key", at: again ?? text.location(line: line, column: column),
        "key '\(shortened(key))' stands more than once in its mapping",
        remedy: again == nil ? "keep one of them" : "it stands in line \(line) already: keep one of them")
    default:
      return DiagnosticList("syntax", at: text.location(line: 1, column: 1), "the file is no valid YAML: \(error)")
    }
  }

  private mutating func convert(_ node: Node, depth: Int) throws(DiagnosticList) -> DocumentNode {
    let place = text.location(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    nodesLeft -= 1
    // Aliases make a small file a huge tree.
    guard nodesLeft >= 0 else {
      throw DiagnosticList(
        "too-large", at: SourceLocation(source: text.source),
        "the file has more than \(Self.maximumNodes) values, what aliases stand for counted each time",
        remedy: "is this the right file?")
    }
    guard depth <= Self.maximumDepth else {
      throw DiagnosticList("too-deep", at: place, "the file is nested more than \(Self.maximumDepth) levels deep")
    }
    switch node {
    case .scalar(let scalar):
      return try convert(scalar, at: place)
    case .sequence(let sequence):
      try refuseTag(sequence.tag, at: place)
      var items: [DocumentNode] = []
      for item in sequence { items.append(try convert(item, depth: depth + 1)) }
      return DocumentNode(location: place, content: .sequence(items))
    case .mapping(let mapping):
      try refuseTag(mapping.tag, at: place)
      var pairs: [(key: DocumentNode, value: DocumentNode)] = []
      for (key, value) in mapping {
        pairs.append((try convert(key: key, depth: depth + 1), try convert(value, depth: depth + 1)))
      }
      return DocumentNode(location: place, content: .mapping(pairs))
    case .alias:
      throw DiagnosticList("unsupported", at: place, "an alias could not be resolved")
    }
  }

  private func convert(_ scalar: Node.Scalar, at place: SourceLocation) throws(DiagnosticList) -> DocumentNode {
    try refuseTag(scalar.tag, at: place)
    let isPlain = scalar.style == .plain || scalar.style == .any
    let quotes = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 2 : 0
    let length = (scalar.string.split(separator: "\n").first?.unicodeScalars.count ?? 0) + quotes
    let location = SourceLocation(source: place.source, position: place.position, length: length)
    return DocumentNode(location: location, content: .scalar(scalar.string, isPlain: isPlain))
  }

  /// A key is a word that stands where it is read: an alias as a key is more than anyone needs to understand.
  private mutating func convert(key node: Node, depth: Int) throws(DiagnosticList) -> DocumentNode {
    let key = try convert(node, depth: depth)
    guard key.text != nil else {
      throw DiagnosticList(
        "wrong-type", at: key.location, "expected a word as a key, got \(key.described)", remedy: "write 'key: value'")
    }
    if let anchor = node.anchor {
      let alias = text.aliasKey(anchor.rawValue)
      throw DiagnosticList(
        "unsupported", at: alias ?? key.location,
        alias == nil ? "a key cannot have an anchor" : "a key cannot be an alias",
        remedy: alias == nil ? "leave the anchor out" : "write the key out")
    }
    return key
  }

  private func refuseTag(_ tag: Tag, at place: SourceLocation) throws(DiagnosticList) {
    let name = tag.rawValue
    guard !["", "!"].contains(name), ![Tag.Name.str, .seq, .map].map(\.rawValue).contains(name) else { return }
    let standard = "tag:yaml.org,2002:"
    let written = name.hasPrefix(standard) ? "!!" + name.dropFirst(standard.count) : name
    throw DiagnosticList(
      "unsupported", at: place, "the tag '\(shortened(written))' is not supported",
      remedy: "leave it out; a text that begins with '!' needs quotes")
  }
}
