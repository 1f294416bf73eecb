import Foundation
import TestSupport
import Testing

/// A notebook's blocks: commands in a fence of `sh`, and what they print in the fence of `text` that follows.
struct Notebook: CustomTestStringConvertible {
  struct Step {
    let line: Int
    let commands: [String]
    let output: String?
  }

  let name: String
  let steps: [Step]

  var testDescription: String { name }

  init(_ url: URL) throws {
    name = url.lastPathComponent
    var steps: [Step] = []
    var fence: (kind: String, line: Int, lines: [String])?
    let text = try String(contentsOf: url, encoding: .utf8)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("```") else {
        fence?.lines.append(String(line))
        continue
      }
      guard let open = fence else {
        fence = (String(line.dropFirst(3)), number + 1, [])
        continue
      }
      fence = nil
      if open.kind == "sh" {
        steps.append(Step(line: open.line, commands: open.lines, output: nil))
      } else if open.kind == "text", let last = steps.popLast() {
        steps.append(Step(line: last.line, commands: last.commands, output: open.lines.joined(separator: "\n") + "\n"))
      }
    }
    self.steps = steps
  }

  static let all: [Notebook] = {
    let folder = Program.root.appending(path: "Notebooks-md")
    do {
      return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "md" && $0.lastPathComponent != "README.md" }
        .sorted { $0.lastPathComponent < $1.lastPathComponent }
        .map(Notebook.init)
    } catch {
      preconditionFailure("\(folder.path) cannot be read: \(error)")
    }
  }()
}

@Suite("Notebooks")
struct NotebookTests {
  @Test("Every command of a notebook prints what stands below it", arguments: Notebook.all)
  func outputs(notebook: Notebook) throws {
    let folder = try TemporaryFolder()
    let experiments = Program.root.appending(path: "Experiments")
    try FileManager.default.createSymbolicLink(at: folder.file("Experiments"), withDestinationURL: experiments)
    #expect(!notebook.steps.isEmpty)
    for step in notebook.steps {
      var printed = ""
      for command in step.commands {
        let words = command.split(separator: " ").map(String.init)
        try #require(words.first == "antbed", "\(notebook.name):\(step.line): only antbed is run here")
        let outcome = try Program(folder: folder.url).start(Array(words.dropFirst())).finish()
        #expect(outcome.status == 0, "\(notebook.name):\(step.line): \(outcome.errors)")
        printed += outcome.output
      }
      if let output = step.output { #expect(printed == output, "\(notebook.name):\(step.line)") }
    }
  }
}
