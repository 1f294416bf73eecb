/// What `Package.swift` says, read as text: the targets of Sources with their dependencies, and the packages.
struct PackageManifest {
  struct Target: Equatable {
    let name: String
    let dependencies: [String]
  }

  /// In the order of the file, without test targets.
  let targets: [Target]
  /// The last part of each package's address.
  let packages: [String]

  init(_ text: String) {
    // Whole lines only: an address has two slashes as well.
    let text = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    packages = text.matches(of: /\.package\(\s*url:\s*"[^"]*\/([^"\/]+)"/).map { String($0.1) }
    targets = text.matches(of: /(func )?\b(module|systemLibrary|executableTarget)\(\s*(?:name:\s*)?"([^"]+)"/)
      .filter { $0.1 == nil }
      .map { match in
        // The first list behind a name holds the dependencies; that of a system library says how to install it.
        let rest = match.2 == "systemLibrary" ? "" : Self.balanced(text[match.range.upperBound...], "(", ")")
        let list = rest.firstIndex(of: "[").map { Self.balanced(rest[rest.index(after: $0)...], "[", "]") } ?? ""
        let names = list.replacing(/package:\s*"[^"]*"/, with: "").matches(of: /"([^"]+)"/).map { String($0.1) }
        return Target(name: String(match.3), dependencies: names)
      }
  }

  /// What stands before the bracket that closes one opened before the text.
  private static func balanced(_ text: Substring, _ open: Character, _ close: Character) -> Substring {
    var depth = 1
    for index in text.indices {
      if text[index] == open { depth += 1 }
      if text[index] == close { depth -= 1 }
      if depth == 0 { return text[..<index] }
    }
    return text
  }

  /// Where the manifest and the table disagree.
  func disagreements(with table: ModuleTable) -> [String] {
    var found: [String] = []
    if targets.map(\.name) != table.modules.map(\.name) {
      found.append("targets \(targets.map(\.name)) are not the modules \(table.modules.map(\.name)), in this order")
    }
    if packages.sorted() != table.externals.compactMap(\.package).sorted() {
      found.append("packages \(packages.sorted()) are not those of the table")
    }
    for target in targets {
      let allowed = table.allowed(for: target.name)
      for name in target.dependencies where !allowed.contains(name) {
        found.append("\(target.name) depends on \(name), which the table does not allow")
      }
      for external in table.externals where external.importers.contains(target.name) {
        if !target.dependencies.contains(external.module) {
          found.append("\(target.name) does not depend on \(external.module), which the table says that it imports")
        }
      }
    }
    return found
  }
}
