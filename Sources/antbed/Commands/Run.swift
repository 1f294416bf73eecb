import ArgumentParser
import Experiments
import Foundation
import LiveBackends
import Plotting
import Reports
import ResultsStore
import RunRecords

struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run an experiment, or what is missing of it, and write its report.",
    discussion: """
      Runs that are done stay done: the same command goes on where it was stopped, and more replications or another
      architecture add to what there is.

      EXAMPLE
        antbed run Experiments/quickstart/quickstart.yaml --jobs 2 --replications 100
      """)

  @OptionGroup var experiment: ExperimentOptions
  @OptionGroup var results: ResultsOptions

  @Option(help: ArgumentHelp("Runs at once; the cores by default. It changes no result.", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Print the comparison as JSON.")
  var json = false

  @Flag(help: "Print nothing but errors.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is \(jobs); it must be at least 1") }
  }

  func run() async throws {
    let file = try experiment.read(quiet: quiet)
    try checkEndpoints(of: file)
    let session = try ExperimentSession(file, results: results.root)
    let interruption = Interruption()
    let display = quiet ? nil : ProgressDisplay(isInteractive: Terminal.isInteractive)
    let connector = try session.connector()
    let runner = ExperimentRunner(
      session.plan, sink: session.database, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
      connector: connector)
    let progress = try await runner.run(
      shouldStop: { [flag = interruption.flag] in flag.isRaised }, onProgress: { display?.show($0) })
    interruption.end()
    display?.end()
    try await connector?.close()
    if progress.left > 0 {
      try session.end(progress)
      Terminal.printError(
        "interrupted: \(progress.total - progress.left) of \(progress.total) runs are done; "
          + "run the same command again to go on")
      throw Exit.interrupted
    }
    let comparison = try session.finish(progress)
    for trouble in session.troubles { Terminal.printError("warning: \(trouble)") }
    if json {
      print(try StableJSON.text(ComparisonDocument(comparison)), terminator: "")
    } else if !quiet {
      let color = !experiment.noColor && Terminal.outputHasColor
      print(ComparisonText(comparison, color: color, width: Terminal.outputColumns).text)
      print("\nReport: \(session.shownFolder)/report.html")
    }
    if comparison.runsFailed > 0 {
      try Terminal.printError(session.failures())
      throw Exit.someRunsFailed
    }
  }

  /// What would fail every run alike is said once, before anything is made.
  private func checkEndpoints(of file: ExperimentFile) throws {
    for settings in file.liveSettings {
      do throws(LiveError) {
        try LiveConnector.check(settings)
      } catch {
        throw Trouble("\(experiment.experiment): error: \(error)")
      }
    }
  }
}
