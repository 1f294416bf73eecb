/// The one list of a folder of extensions: `Architectures.swift` beside the folder `Architectures`.
struct ExtensionList {
  /// The list's path without its suffix, which is the folder's path.
  let folder: String
  /// The types of the list in its order.
  let types: [String]
  /// The types of the folder: its files without those that extend a type of another file, sorted.
  let files: [String]

  /// All lists that stand beside a folder of their name.
  static func all(in files: [Repository.TextFile]) -> [ExtensionList] {
    files.compactMap { list in
      let folder = String(list.path.dropLast(".swift".count))
      let members = files.filter { $0.path.hasPrefix(folder + "/") && !$0.name.contains("+") }
      guard !members.isEmpty else { return nil }
      let code = SwiftCode(list.text).lines.joined(separator: "\n")
      return ExtensionList(
        folder: folder, types: code.matches(of: /\b(\w+)\.self\b/).map { String($0.1) },
        files: members.map(\.stem).sorted())
    }
  }

  var faults: [String] {
    var found: [String] = []
    for name in files where !types.contains(name) { found.append("\(folder)/\(name).swift is not in \(folder).swift") }
    for name in types where !files.contains(name) { found.append("\(folder).swift lists \(name), which has no file") }
    if types != types.sorted() { found.append("\(folder).swift is not sorted by name") }
    if Set(types).count != types.count { found.append("\(folder).swift lists a type twice") }
    return found
  }
}
