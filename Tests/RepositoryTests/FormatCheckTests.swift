import Foundation
import Testing

@Suite("Format")
struct FormatCheckTests {
  @Test("Code that breaks a rule does not pass", arguments: [("let a = 1\n", true), ("let a = 1;\n", false)])
  func example(text: String, passes: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("format-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    try Data(text.utf8).write(to: folder.appendingPathComponent("Example.swift"))
    #expect(try FormatCheck.lint(["Example.swift"], in: folder).passes == passes)
  }

  @Test("All Swift files keep to .swift-format")
  func ownFiles() throws {
    let outcome = try FormatCheck.lint(["Sources", "Tests", "Benchmarks", "Package.swift"], in: Repository.root)
    #expect(outcome.passes, "\(outcome.findings)")
  }
}
