import Foundation

/// Reads files that a user names, and refuses what would never end.
enum InputFile {
  /// The content of a regular file, or `nil`. A pipe or a device is refused: reading one may wait for ever.
  ///
  /// At most a little more than an experiment file may have is read; the reader then says that it is too large.
  static func read(_ path: String, limit: Int = 4 << 20) -> Data? {
    guard isRegular(path), let handle = FileHandle(forReadingAtPath: path) else { return nil }
    defer { handle.closeFile() }
    return handle.readData(ofLength: limit)
  }

  /// Why a file cannot be read.
  static func reason(_ path: String, expected: String = "an experiment file") -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return "there is no such file" }
    if isFolder.boolValue { return "this is a folder; expected \(expected)" }
    return isRegular(path) ? "the file cannot be read; may you?" : "this is no ordinary file"
  }

  /// The folder part of a path as it was written, with its last slash; empty where there is none.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  private static func isRegular(_ path: String) -> Bool {
    // Links are followed; what counts is where they lead.
    let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    do {
      return try FileManager.default.attributesOfItem(atPath: resolved)[.type] as? FileAttributeType == .typeRegular
    } catch {
      return false
    }
  }
}
