import Foundation
public import Testing

/// Expects that a text equals the file of that name in the folder `Goldens` beside the calling test.
///
/// With `RECORD_GOLDENS=1` in the environment the file is rewritten and the test fails nevertheless, so that nobody
/// records by accident. A golden pins text and proves nothing about its numbers.
///
/// - Parameters:
///   - text: What the code under test wrote.
///   - name: The file's name with its suffix.
///   - folder: The folder beside the calling test's file.
///   - testFile: The calling test's file; leave it out.
///   - sourceLocation: Where a difference is reported; leave it out.
public func expectGolden(
  _ text: String, named name: String, in folder: String = "Goldens", testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let file = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    .appendingPathComponent(folder).appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record(
        "recorded \(folder)/\(name): read it, and run again without RECORD_GOLDENS", sourceLocation: sourceLocation)
    } catch {
      Issue.record("could not record \(folder)/\(name): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  do {
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    guard text != expected else { return }
    Issue.record("\(folder)/\(name): \(firstDifference(text, expected))", sourceLocation: sourceLocation)
  } catch {
    Issue.record("\(folder)/\(name) could not be read; RECORD_GOLDENS=1 writes it", sourceLocation: sourceLocation)
  }
}

/// The first line in which two texts differ: a whole golden in a message would hide it.
private func firstDifference(_ text: String, _ expected: String) -> String {
  let ours = text.split(separator: "\n", omittingEmptySubsequences: false)
  let theirs = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let same = zip(ours, theirs).prefix { $0.0 == $0.1 }.count
  func line(_ lines: [Substring]) -> String { same < lines.count ? "'\(lines[same])'" : "the end of the text" }
  return "line \(same + 1) is \(line(ours)), the golden has \(line(theirs))"
}
