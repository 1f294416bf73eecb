import ArgumentParser
import Diagnostics
import Experiments
import Foundation

/// The experiment file and what changes it: shared by all subcommands that read one.
struct ExperimentOptions: ParsableArguments {
  @Argument(help: "The experiment file.", completion: .file(extensions: ["yaml", "yml"]))
  var experiment: String

  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Give a key another value, as in --set architectures.debate.with.rounds=3; may be repeated.",
      valueName: "key=value"))
  var overrides: [String] = []

  @Option(help: ArgumentHelp("Replications of every cell, in place of replications.min.", valueName: "n"))
  var replications: String?

  @Option(help: ArgumentHelp("The root seed, in place of replications.seed.", valueName: "n"))
  var seed: String?

  @Flag(name: .customLong("no-color"), help: "Use no colours (as does the environment variable NO_COLOR).")
  var noColor = false

  var diagnosticsHaveColor: Bool { !noColor && Terminal.errorHasColor }

  /// Reads the file; its warnings go to standard error.
  ///
  /// - Throws: `Trouble` with all findings, ready to be printed.
  func read(quiet: Bool = false) throws -> ExperimentFile {
    let sources = SourceTexts()
    let folder = URL(fileURLWithPath: experiment).deletingLastPathComponent()
    let shownFolder = InputFile.folder(of: experiment)
    let reader = ExperimentFileReader(source: experiment) { path in
      guard let data = InputFile.read(URL(fileURLWithPath: path, relativeTo: folder).path) else { return nil }
      let shown = path.hasPrefix("/") ? path : shownFolder + path
      sources.texts[shown] = String(decoding: data, as: UTF8.self)
      return (shown, Array(data))
    }
    guard let data = InputFile.read(experiment) else {
      throw Trouble("\(experiment): error: \(InputFile.reason(experiment)) [missing-file]")
    }
    sources.texts[experiment] = String(decoding: data, as: UTF8.self)
    do {
      let result = try reader.read(Array(data), overrides: overrides + flags.map(\.override), flags: written)
      if !quiet, !result.warnings.isEmpty { Terminal.printError(sources.render(result.warnings, diagnosticsHaveColor)) }
      return result.file
    } catch {
      throw Trouble(sources.render(error.diagnostics, diagnosticsHaveColor))
    }
  }

  /// The short flags are overrides as well, so that the same checks speak of them.
  private var flags: [(override: String, written: String)] {
    (replications.map { [("replications.min=\($0)", "--replications \($0)")] } ?? [])
      + (seed.map { [("replications.seed=\($0)", "--seed \($0)")] } ?? [])
  }

  private var written: [String: String] {
    Dictionary(flags.filter { !overrides.contains($0.override) }.map { ($0.override, $0.written) }) { first, _ in first
    }
  }
}

/// The texts that findings quote.
private final class SourceTexts {
  var texts: [String: String] = [:]

  func render(_ findings: [Diagnostic], _ color: Bool) -> String {
    DiagnosticRenderer(sources: texts, color: color).render(findings)
  }
}
