import Foundation

/// A page of the documentation, and the code beside this file that it shows.
struct Article {
  let name: String
  let text: String

  /// - Throws: Where no such page can be read.
  init(_ name: String) throws {
    self.name = name
    text = try String(contentsOf: Self.catalogue.appending(path: "\(name).md"), encoding: .utf8)
  }

  /// The pages of the catalogue, sorted by name.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: catalogue.path)
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }

  /// The blocks of Swift, without indentation.
  var blocks: [[String]] { Self.parts(of: text, from: "```swift", to: "```") }

  /// The text in one line, without the marks of a quotation.
  var words: String { text.split(separator: /\s+(> )?/).joined(separator: " ") }

  /// Whether a page says a number, rounded to some digits after the point, and what follows it.
  func says(_ number: Double, digits: Int, _ unit: String) -> Bool {
    words.contains(number.formatted(.number.precision(.fractionLength(digits)).locale(Locale(identifier: "C"))) + unit)
  }

  /// The public types that the module declares, sorted by name.
  static func publicTypes() throws -> [String] {
    let module = catalogue.deletingLastPathComponent()
    let files = try FileManager.default.subpathsOfDirectory(atPath: module.path).filter { $0.hasSuffix(".swift") }
    let declaration = /(?m)^public (?:final class|class|struct|enum|protocol|actor) ([A-Za-z]+)/
    return try files.flatMap { file in
      try String(contentsOf: module.appending(path: file), encoding: .utf8).matches(of: declaration).map {
        String($0.1)
      }
    }.sorted()
  }

  /// What stands between `// snippet:` and `// end` in the files of this folder, without indentation.
  static func snippets() throws -> [[String]] {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "swift" }.flatMap { file in
      parts(of: try String(contentsOf: file, encoding: .utf8), from: "// snippet: ", to: "// end")
    }
  }

  private static var folder: URL {
    URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
  }

  private static var catalogue: URL {
    folder.appending(path: "../../../Sources/SimulationKernel/SimulationKernel.docc").standardizedFileURL
  }

  private static func parts(of text: String, from start: String, to end: String) -> [[String]] {
    var parts: [[String]] = []
    var part: [String]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = line.trimmingCharacters(in: .whitespaces)
      if let open = part {
        if line == end { parts.append(open) }
        part = line == end ? nil : open + [line]
      } else if line.hasPrefix(start) {
        part = []
      }
    }
    return parts
  }
}
