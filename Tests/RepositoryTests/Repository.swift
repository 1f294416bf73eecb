import Foundation

/// The checkout that these tests look at: the one in which they stand.
enum Repository {
  /// One text file of it.
  struct TextFile: Sendable {
    /// Relative to the root, with "/".
    let path: String
    let text: String

    /// The file's name without its suffix.
    var stem: String { String(name.prefix { $0 != "." }) }
    var name: String { String(path.split(separator: "/").last ?? "") }
    /// The folder directly below `Sources` or `Tests`.
    var module: String? {
      let parts = path.split(separator: "/")
      return parts.count > 2 && ["Sources", "Tests"].contains(parts[0]) ? String(parts[1]) : nil
    }
  }

  // Links are followed first: a package elsewhere may take in this folder by a link.
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every text file that belongs to the repository, sorted by path.
  ///
  /// Left out: what is hidden (but `.ci` and `.github`), what runs wrote to `results`, and what is no UTF-8.
  static let textFiles: [TextFile] = {
    var found: [TextFile] = []
    collect(root, path: "", into: &found)
    return found.sorted { $0.path < $1.path }
  }()

  static var swiftFiles: [TextFile] { textFiles.filter { $0.path.hasSuffix(".swift") } }

  static var sources: [TextFile] { swiftFiles.filter { $0.path.hasPrefix("Sources/") } }

  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  private static func collect(_ folder: URL, path: String, into found: inout [TextFile]) {
    // A folder that cannot be listed has nothing to check; the tests that need it then find too little and fail.
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] {
      if name.hasPrefix("."), ![".ci", ".github"].contains(name) { continue }
      let (child, childPath) = (folder.appendingPathComponent(name), path.isEmpty ? name : path + "/" + name)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: child.path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        collect(child, path: childPath, into: &found)
      } else if !childPath.hasPrefix("results/") || childPath == "results/README.md" {
        guard let text = try? String(contentsOf: child, encoding: .utf8) else { continue }  // a picture or a database
        found.append(TextFile(path: childPath, text: text))
      }
    }
  }
}
