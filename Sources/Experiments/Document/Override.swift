import Diagnostics

/// One `--set path=value`: a key of the experiment file, given on the command line.
///
/// The value is read as YAML and put into the tree before anything is checked, so it goes through the same checks as the
/// file does; its findings name the flag. A path is made of keys and of places in lists, `architectures[0].with.voters`;
/// in a list whose items have names, the name does as well, `architectures.debate.with.rounds`. A factor of a sweep is
/// named as in the file, `sweep.factors.with.ants`.
struct Override {
  private enum Step {
    case key(String)
    case index(Int)
  }

  private let steps: [Step]
  private let value: DocumentNode
  /// Where the path stands.
  private let site: SourceLocation

  /// - Parameter flag: What the user wrote, where that was no `--set`.
  /// - Throws: `DiagnosticList` when the flag is not of the form `path=value`, or the value no YAML.
  init(_ argument: String, flag: String? = nil) throws(DiagnosticList) {
    let location = SourceLocation(source: flag.map { shortened($0) } ?? "--set \(shortened(Secrets.masked(argument)))")
    site = location
    guard let equals = argument.firstIndex(of: "=") else {
      throw DiagnosticList("syntax", at: location, "expected path=value", remedy: "for instance replications.min=10")
    }
    guard let steps = Self.steps(argument[..<equals]) else {
      throw DiagnosticList(
        "syntax", at: location, "'\(shortened(String(argument[..<equals])))' is no path",
        remedy: "a path is keys joined by dots, with [0] for a place in a list")
    }
    self.steps = steps
    let text = String(argument[argument.index(after: equals)...])
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw DiagnosticList(
        "syntax", at: location, "there is no value behind '='", remedy: "write null to leave the key out")
    }
    do {
      let node = try DocumentReader.value(Array(text.utf8), source: location.source)
      value = node.moved(to: location)
    } catch {
      throw DiagnosticList(
        error.diagnostics.map { Diagnostic(code: $0.code, at: location, "the value: \($0.problem)", remedy: $0.remedy) }
      )
    }
  }

  /// A value of the file itself, for another key of it.
  ///
  /// - Parameter path: The path of the key, where it stands in the file.
  /// - Throws: `DiagnosticList` when the path is none.
  init(path: DocumentNode, value: DocumentNode) throws(DiagnosticList) {
    let text = path.text ?? ""
    guard let steps = Self.steps(text[...]) else {
      throw DiagnosticList(
        "syntax", at: path.location, "'\(shortened(text))' is no path",
        remedy: "a path is keys joined by dots, with [0] for a place in a list")
    }
    self.steps = steps
    self.value = value
    site = path.location
  }

  /// The keys that the path leads through, without places in lists.
  var keys: [String] { steps.compactMap { if case .key(let key) = $0 { key } else { nil } } }

  /// Puts the value into the tree, in place of what stands there.
  func apply(to root: inout DocumentNode) throws(DiagnosticList) {
    try apply(steps[...], to: &root)
  }

  private func apply(_ rest: ArraySlice<Step>, to node: inout DocumentNode) throws(DiagnosticList) {
    guard let step = rest.first else {
      node = value
      return
    }
    switch (node.content, step) {
    case (.mapping(var pairs), .key(let key)):
      let place = pairs.firstIndex { $0.key.text == key } ?? pairs.endIndex
      if place == pairs.endIndex {
        let name = DocumentNode(location: site, content: .scalar(key, isPlain: true))
        pairs.append((name, DocumentNode(location: value.location, content: .mapping([]))))
      }
      if pairs[place].value.isNull { pairs[place].value.content = .mapping([]) }
      // A profile by name becomes one that begins with it, so that one of its numbers can be changed.
      if key == "profile", rest.count > 1, pairs[place].value.text != nil, !pairs[place].value.isNull {
        pairs[place].value = DocumentNode(
          location: pairs[place].value.location,
          content: .mapping([
            (DocumentNode(location: site, content: .scalar("base", isPlain: true)), pairs[place].value)
          ]))
      }
      try apply(rest.dropFirst(), to: &pairs[place].value)
      node.content = .mapping(pairs)
    case (.sequence(var items), let step):
      let place: Int? =
        switch step {
        case .index(let index): items.indices.contains(index) ? index : nil
        case .key(let name): items.firstIndex { $0.itemName == name }
        }
      guard let place else { throw unknownPath(step, within: items) }
      try apply(rest.dropFirst(), to: &items[place])
      node.content = .sequence(items)
    default:
      throw unknownPath(step, within: [])
    }
  }

  private func unknownPath(_ step: Step, within items: [DocumentNode]) -> DiagnosticList {
    let names = items.compactMap(\.itemName)
    let problem: String
    var remedy = "the path leads through something that has no parts"
    switch step {
    case .index(let index):
      problem = "there is no item [\(index)]"
      if !items.isEmpty { remedy = "there are \(items.count), numbered from 0" }
    case .key(let key):
      problem = "there is no '\(shortened(key))'"
      if !names.isEmpty {
        let hint = nearestMatch(to: key, among: names).map { ". Did you mean '\($0)'?" } ?? ""
        remedy = "allowed: " + names.joined(separator: ", ") + hint
      }
    }
    return DiagnosticList("unknown-path", at: site, problem, remedy: remedy)
  }

  private static func steps(_ path: Substring) -> [Step]? {
    var steps: [Step] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false) {
      guard let match = part.wholeMatch(of: /([^\[\]]+)((?:\[[0-9]{1,6}\])*)/) else { return nil }
      steps.append(.key(String(match.1)))
      for index in match.2.matches(of: /[0-9]+/) { steps.append(.index(Int(index.output) ?? 0)) }
    }
    // A factor's key is a path itself, with dots in it: sweep.factors.with.ants is the key 'with.ants'.
    if steps.count > 3, case .key("sweep") = steps[0], case .key("factors") = steps[1] {
      return [.key("sweep")] + [.key("factors")] + factorSteps(path)
    }
    return steps
  }

  /// The key of a factor, and what follows it: a place in its list of levels, or an end of its range.
  private static func factorSteps(_ path: Substring) -> [Step] {
    var parts = path.split(separator: ".", omittingEmptySubsequences: false).dropFirst(2).map(String.init)
    var rest: [Step] = []
    if parts.count > 1, let last = parts.last, ["from", "to", "steps", "scale"].contains(last) {
      rest = [.key(last)]
      parts.removeLast()
    }
    var key = parts.joined(separator: ".")
    if let match = key.wholeMatch(of: /(.+)\[([0-9]{1,6})\]/) {
      rest.insert(.index(Int(match.2) ?? 0), at: 0)
      key = String(match.1)
    }
    return [.key(key)] + rest
  }
}

extension DocumentNode {
  /// What an item of a list is called in a path: its name, or else its kind, as an architecture is.
  fileprivate var itemName: String? { (self["name"] ?? self["kind"])?.text }

  /// The same node and all within, as if it all stood at one place.
  fileprivate func moved(to location: SourceLocation) -> DocumentNode {
    switch content {
    case .scalar: DocumentNode(location: location, content: content)
    case .sequence(let items):
      DocumentNode(location: location, content: .sequence(items.map { $0.moved(to: location) }))
    case .mapping(let pairs):
      DocumentNode(
        location: location, content: .mapping(pairs.map { ($0.moved(to: location), $1.moved(to: location)) }))
    }
  }
}
