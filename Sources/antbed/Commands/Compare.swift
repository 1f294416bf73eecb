import ArgumentParser
import Diagnostics
import Experiments
import Foundation
import Reports
import ResultsStore

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare the architectures or variants of an experiment that was run.",
    discussion: """
      EXAMPLE
        antbed compare quickstart
        antbed compare quickstart --json | python3 -m json.tool
        antbed compare elsewhere/quickstart
      """)

  @Argument(help: "The experiment's name; its results are in results/NAME. Or the path of that folder.")
  var name: String

  @OptionGroup var results: ResultsOptions

  @Flag(help: "Print JSON, in the shape that docs/comparison-json.md describes.")
  var json = false

  @Flag(name: .customLong("no-color"), help: "Use no colours (as does the environment variable NO_COLOR).")
  var noColor = false

  func run() throws {
    let folder = try folder()
    let database = try ResultsDatabase.openForReading(at: folder.database)
    guard let stored = try database.experiment() else {
      throw Trouble("\(folder.database.path): error: no experiment is recorded here [empty]")
    }
    let reader = ExperimentFileReader(source: "the configuration in \(folder.database.path)") { _ in nil }
    let file: ExperimentFile
    do {
      file = try reader.read(Array(stored.configText.utf8)).file
    } catch {
      throw Trouble(DiagnosticRenderer(sources: [:]).render(error.diagnostics))
    }
    let comparison = Comparison(ExperimentPlan(file), records: try database.records())
    if json {
      print(try StableJSON.text(ComparisonDocument(comparison)), terminator: "")
    } else {
      print(ComparisonText(comparison, color: !noColor && Terminal.outputHasColor, width: Terminal.outputColumns).text)
    }
  }

  /// The folder of a name, or of a path; for one that is unknown, an error with the nearest of those there are.
  private func folder() throws -> ResultsFolder {
    let folder = ResultsFolder(name, in: results.root)
    guard !FileManager.default.fileExists(atPath: folder.database.path) else { return folder }
    if name.contains("/") {
      let path = URL(fileURLWithPath: name, isDirectory: true)
      let folder = ResultsFolder(path.lastPathComponent, in: path.deletingLastPathComponent())
      guard !FileManager.default.fileExists(atPath: folder.database.path) else { return folder }
      throw Trouble("\(name): error: there are no results in this folder [unknown-name]")
    }
    let known = Self.names(in: results.root)
    var text =
      "\(folder.database.relativePath): error: there are no results of '\(name)' in '\(results.results)' [unknown-name]"
    if let near = nearestMatch(to: name, among: known) {
      text += "\n   did you mean '\(near)'?"
    } else if !known.isEmpty {
      text += "\n   there are: " + known.joined(separator: ", ")
    } else {
      text += "\n   run an experiment first: antbed run EXPERIMENT.yaml"
    }
    throw Trouble(text)
  }

  private static func names(in root: URL) -> [String] {
    let entries: [String]
    do {
      entries = try FileManager.default.contentsOfDirectory(atPath: root.path)
    } catch {
      return []
    }
    return entries.filter { FileManager.default.fileExists(atPath: ResultsFolder($0, in: root).database.path) }.sorted()
  }
}
