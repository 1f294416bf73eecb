/// The head of a Swift declaration, as far as one line shows it.
struct Declaration {
  private static let modifiers = [
    "public", "open", "package", "internal", "private", "fileprivate", "static", "final", "mutating", "nonmutating",
    "override", "convenience", "required", "nonisolated", "lazy", "indirect", "weak", "unowned", "async",
  ]
  private static let types = ["struct", "enum", "class", "actor", "protocol", "extension"]
  private static let others = ["func", "var", "let", "init", "subscript", "typealias", "associatedtype", "macro"]
  private static let numbers = ["Int", "Int16", "Int32", "Int64", "UInt", "UInt32", "UInt64", "Double", "Float"]

  let isPublic: Bool
  /// `func`, `struct`, ...
  let keyword: String
  let name: String
  private let isStatic: Bool
  /// What follows the name.
  private let rest: Substring

  /// - Parameter line: A line of code without comments.
  init?(_ line: String) {
    var text = line.drop { $0 == " " }
    var seen: [Substring] = []
    while true {
      let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "@" }
      guard !word.isEmpty, word.hasPrefix("@") || Self.modifiers.contains(String(word)) else { break }
      seen.append(word)
      text = text.dropFirst(word.count)
      // `private(set)`, `@available(...)`
      if text.first == "(" {
        if word.hasPrefix("@") || text.hasPrefix("(set)") { text = text.drop { $0 != ")" }.dropFirst() }
        if !word.hasPrefix("@") { seen.removeLast() }
      }
      text = text.drop { $0 == " " }
    }
    let keyword = text.prefix { $0.isLetter }
    guard (Self.types + Self.others).contains(String(keyword)) else { return nil }
    let behind = text.dropFirst(keyword.count).drop { $0 == " " }
    let name = behind.prefix { !" (<:={".contains($0) }
    self.keyword = String(keyword)
    isPublic = (seen.contains("public") || seen.contains("open")) && keyword != "extension"
    isStatic = seen.contains("static")
    // An extension of a nested type is one of its last part.
    self.name =
      ["init", "subscript"].contains(keyword) ? self.keyword : String(name.split(separator: ".").last ?? name)
    rest = behind.dropFirst(name.count)
  }

  var isType: Bool { Self.types.contains(keyword) }

  var isOperator: Bool {
    keyword == "func" && name.first.map { !$0.isLetter && $0 != "_" && $0 != "`" } ?? true
  }

  /// Whether it is a property of instances that holds a value.
  var isStored: Bool { ["let", "var"].contains(keyword) && !isStatic && !rest.contains("{") }

  /// Whether it is a number, an optional one or a collection of some, by its type or by its first value.
  var isNumeric: Bool {
    let words = rest.split(whereSeparator: { " :?[](),=".contains($0) })
    if rest.contains(":") {
      guard let type = rest.split(separator: ":").last?.split(separator: "=").first else { return false }
      return type.split(whereSeparator: { " ?[](),".contains($0) }).contains { Self.numbers.contains(String($0)) }
    }
    return words.first.map { $0.first?.isNumber == true || $0.hasPrefix("-") } ?? false
  }
}
