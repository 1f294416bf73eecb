/// Finds public declarations without a doc comment.
///
/// Every public declaration has one, but for those whose comment could only repeat the name:
///
/// - what witnesses a requirement of a protocol that its type conforms to: it inherits the requirement's comment;
/// - an operator;
/// - an initialiser that only stores its arguments: the properties say what they are;
/// - a stored property of a type that is no number and no collection of numbers: the type says what it is. A number has a
///   unit, a range or an origin, and only a comment can say them. The fields of an `Encodable` document have theirs in
///   the description of its format;
/// - a case: it completes the sentence of its enumeration.
///
/// The checks read text and trust the formatter: what stands within a type is indented deeper than the type.
struct DocCoverage {
  /// The requirements of protocols by protocol: those of the standard library that occur, and those that are collected.
  private var requirements: [String: Set<String>] = [
    "AdditiveArithmetic": ["zero"], "Clock": ["now", "minimumResolution", "sleep"], "CaseIterable": ["allCases"],
    "CustomStringConvertible": ["description"], "InstantProtocol": ["advanced", "duration"],
    "LocalizedError": ["errorDescription"], "RandomNumberGenerator": ["next"], "RawRepresentable": ["rawValue"],
    "AsyncParsableCommand": ["configuration", "run", "validate"],
    "ParsableCommand": ["configuration", "run", "validate"], "ParsableArguments": ["validate"],
    "ExpressibleByArgument": ["init", "defaultValueDescription"],
  ]
  /// The protocols of each type by its name, wherever it declares them.
  private var conformances: [String: Set<String>] = [:]

  /// - Parameter files: All the files among which protocols and conformances are looked for.
  init(_ files: [String]) {
    for file in files {
      let lines = SwiftCode(file).lines
      for (index, line) in lines.enumerated() {
        guard let declaration = Declaration(line) else { continue }
        if declaration.keyword == "protocol" {
          for member in Self.members(of: index, in: lines) {
            requirements[declaration.name, default: []].insert(member)
          }
        } else if declaration.isType {
          conformances[declaration.name, default: []].formUnion(Self.inherited(index, lines))
        }
      }
    }
  }

  /// - Returns: Line, from 1, and text of each public declaration that lacks a comment.
  func undocumented(in text: String) -> [(line: Int, text: String)] {
    let code = SwiftCode(text)
    let raw = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
    return code.lines.enumerated().compactMap { index, line in
      guard let declaration = Declaration(line), declaration.isPublic, !isDocumented(index, raw),
        !isExempt(declaration, at: index, code.lines)
      else { return nil }
      return (index + 1, String(raw[index]))
    }
  }

  private func isDocumented(_ index: Int, _ raw: [Substring]) -> Bool {
    var above = index - 1
    while above >= 0, raw[above].hasPrefix("@") { above -= 1 }
    return above >= 0 && raw[above].hasPrefix("///")
  }

  private func isExempt(_ declaration: Declaration, at index: Int, _ lines: [String]) -> Bool {
    if declaration.isOperator { return true }
    if declaration.keyword == "init", Self.onlyStores(index, lines) { return true }
    guard let type = Self.enclosingType(of: index, in: lines) else { return false }
    // An extension of a protocol gives a requirement a default.
    let protocols = (conformances[type.name] ?? []).union(Self.inherited(type.index, lines)).union([type.name])
    if protocols.contains(where: { requirements[$0]?.contains(declaration.name) == true }) { return true }
    guard declaration.isStored else { return false }
    return !declaration.isNumeric || !protocols.isDisjoint(with: ["Encodable", "Codable"])
  }

  /// The names that a protocol's body declares.
  private static func members(of index: Int, in lines: [String]) -> [String] {
    body(of: index, in: lines).compactMap { Declaration($0.hasPrefix("  ") ? "public " + $0 : $0)?.name }
  }

  /// The lines below a declaration that are indented deeper.
  private static func body(of index: Int, in lines: [String]) -> [String] {
    let indent = indentation(lines[index])
    return Array(lines[(index + 1)...].prefix { $0.allSatisfy(\.isWhitespace) || indentation($0) > indent })
  }

  /// The nearest line above that is indented less and declares a type.
  private static func enclosingType(of index: Int, in lines: [String]) -> (index: Int, name: String)? {
    var limit = indentation(lines[index])
    for above in stride(from: index - 1, through: 0, by: -1) where !lines[above].allSatisfy(\.isWhitespace) {
      guard indentation(lines[above]) < limit else { continue }
      limit = indentation(lines[above])
      if let declaration = Declaration(lines[above]), declaration.isType { return (above, declaration.name) }
    }
    return nil
  }

  /// What stands behind the colon of a type's head, which may take several lines.
  private static func inherited(_ index: Int, _ lines: [String]) -> Set<String> {
    let head = lines[index...].prefix(8).joined(separator: " ").prefix { $0 != "{" }
    guard let colon = head.firstIndex(of: ":") else { return [] }
    let list = head[head.index(after: colon)...].split(separator: " where ")[0]
    return Set(list.split(whereSeparator: { ", <>&".contains($0) }).map { String($0.split(separator: ".").last ?? $0) })
  }

  /// Whether each line of an initialiser's body is of the form `self.name = name`.
  private static func onlyStores(_ index: Int, _ lines: [String]) -> Bool {
    if lines[index].hasSuffix("{}") { return true }
    let indent = indentation(lines[index])
    // The head may take several lines; its last one ends in the brace.
    guard let open = lines[index...].firstIndex(where: { $0.hasSuffix("{") }) else { return false }
    let body = lines[(open + 1)...].prefix { indentation($0) > indent }
    return body.allSatisfy { line in
      line.wholeMatch(of: /\s*self\.(\w+) = (\w+)\s*/).map { $0.1 == $0.2 } ?? false
    }
  }

  private static func indentation(_ line: String) -> Int { line.prefix { $0 == " " }.count }
}
