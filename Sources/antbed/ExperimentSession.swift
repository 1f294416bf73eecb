import Experiments
import Foundation
import LiveBackends
import Plotting
import Reports
import ResultsStore
import RunRecords

/// One invocation of `antbed run` on the folder of its results: opened, begun, run, and written out.
final class ExperimentSession {
  let plan: ExperimentPlan
  let database: ResultsDatabase
  /// What kept figures from being drawn.
  private(set) var troubles: [String] = []
  private let folder: ResultsFolder
  private let invocation: Int
  private let started = Date()
  private let gnuplot: GnuplotProcess?

  init(_ file: ExperimentFile, results root: URL) throws {
    plan = ExperimentPlan(file)
    do throws(PlottingError) {
      gnuplot = try GnuplotProcess()
    } catch {
      gnuplot = nil
      troubles = [error.description]
    }
    folder = ResultsFolder(file.name, in: root)
    do {
      try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
    } catch {
      throw Trouble(
        "\(folder.url.path): error: the folder of the results cannot be made [read-only]\n   is it a folder, and may you write there?",
        exit: .someRunsFailed)
    }
    database = try ResultsDatabase.open(at: folder.database)
    try database.begin(
      experiment: StoredExperiment(
        name: file.name, configHash: file.configurationHash, rootSeed: file.replications.seed,
        replications: file.replications.count, confidenceLevel: file.statistics.confidence,
        configText: file.resolvedYAML, modelVersion: ModelVersion.current),
      cells: plan.cells.map(\.cell), metrics: plan.metrics, series: plan.series)
    invocation = try database.startInvocation(
      at: started,
      facts: [
        Invocation.Fact(key: "antbed", value: Antbed.version),
        Invocation.Fact(key: "command_line", value: CommandLine.arguments.joined(separator: " ")),
        Invocation.Fact(key: "config_hash", value: file.configurationHash),
      ])
  }

  /// Opens live backends and the record of what they said; `nil` where the experiment has none.
  func connector() throws -> LiveConnector? {
    guard plan.file.hasLiveBackend else { return nil }
    do {
      return try LiveConnector(record: folder.completions)
    } catch let error as LiveError {
      throw Trouble("error: \(error)", exit: .someRunsFailed)
    }
  }

  /// The folder as the user would name it: relative to where he stands, when it lies below.
  var shownFolder: String {
    let here = FileManager.default.currentDirectoryPath + "/"
    let path = folder.url.standardizedFileURL.path
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }

  /// Writes summary, figures and report, and ends.
  func finish(_ progress: ExperimentRunner.Progress) throws -> Comparison {
    let comparison = Comparison(plan, records: try database.records())
    let writer = ReportWriter(folder, gnuplot: gnuplot, versions: try Versions.all(gnuplot: gnuplot))
    // Without gnuplot every figure is missing for the one reason that is known already.
    let ofFigures = try writer.write(comparison, of: plan)
    troubles += comparison.troubles
    if gnuplot != nil { troubles += ofFigures }
    try end(progress)
    return comparison
  }

  /// Records how far the invocation came; done runs are kept whatever happens.
  func end(_ progress: ExperimentRunner.Progress) throws {
    try writeManifest(progress)
    try database.endInvocation(
      invocation, at: Date(),
      facts: [
        Invocation.Fact(key: "runs_done", value: String(progress.done)),
        Invocation.Fact(key: "runs_failed", value: String(progress.failed)),
        Invocation.Fact(key: "runs_found", value: String(progress.found)),
      ])
  }

  /// The failed runs in words, for standard error.
  func failures() throws -> String {
    let names = Dictionary(uniqueKeysWithValues: plan.cells.map { ($0.cell.digest, $0.cell.name) })
    let lines = try database.records().compactMap { record -> String? in
      guard case .failed(let message) = record.outcome else { return nil }
      return "\(names[record.key.cellDigest] ?? "?"), replication \(record.key.replication): \(message)"
    }
    let rest = lines.count > 10 ? ["... and \(lines.count - 10) more"] : []
    return (["\(lines.count) runs failed; running again retries them:"] + lines.prefix(10) + rest)
      .joined(separator: "\n   ")
  }

  private func writeManifest(_ progress: ExperimentRunner.Progress) throws {
    let versions = try Versions.all(gnuplot: gnuplot)
    let counts = try database.counts()
    let manifest = Manifest(
      experiment: plan.file.name, configHash: plan.file.configurationHash, seed: plan.file.replications.seed,
      modelVersion: ModelVersion.current,
      versions: Dictionary(uniqueKeysWithValues: versions.map { ($0.name, $0.version) }),
      commandLine: CommandLine.arguments, started: started.formatted(.iso8601), ended: Date().formatted(.iso8601),
      runs: Manifest.Runs(
        planned: counts.planned, done: counts.done, failed: counts.failed, made: progress.done + progress.failed))
    try AtomicFile.write(try StableJSON.text(manifest), to: folder.manifest)
  }
}
