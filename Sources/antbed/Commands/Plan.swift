import ArgumentParser
import Experiments
import Foundation
import Plotting
import Reports
import ResultsStore
import RunRecords
import SwarmArchitectures

struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the cells and runs of an experiment, and what is still to be run.",
    discussion: """
      EXAMPLE
        antbed plan Experiments/quickstart/quickstart.yaml --replications 100
      """)

  @OptionGroup var experiment: ExperimentOptions
  @OptionGroup var results: ResultsOptions

  @Flag(help: "Print JSON.")
  var json = false

  private struct CellPlan: Encodable {
    let cell, kind, digest: String
    let runs, done, missing: Int
    /// Of one task, as the architecture says; of a model none.
    let calls, tokens, cost: Double?
  }

  private struct Document: Encodable {
    let experiment, configHash: String
    let seed: UInt64
    let replications: Int
    let cells: [CellPlan]
  }

  func run() throws {
    let file = try experiment.read(quiet: json)
    let plan = ExperimentPlan(file)
    let folder = ResultsFolder(file.name, in: results.root)
    let done = FileManager.default.fileExists(atPath: folder.database.path) ? try Self.doneRuns(in: folder) : []
    let cells = plan.cells.map { planned in
      let count = file.replications.count
      let found = (0..<count).count { done.contains(RunKey(cellDigest: planned.cell.digest, replication: $0)) }
      return CellPlan(
        cell: planned.cell.name, kind: planned.kind, digest: planned.cell.digest, runs: count,
        done: found, missing: count - found, calls: planned.expected?.calls, tokens: planned.expected?.tokens,
        cost: planned.expected?.money)
    }
    if json {
      let document = Document(
        experiment: file.name, configHash: file.configurationHash, seed: file.replications.seed,
        replications: file.replications.count, cells: cells)
      print(try StableJSON.text(document), terminator: "")
    } else {
      print("\(file.name): \(cells.count) cells, \(plan.runCount) runs of \(file.replicationContent) each")
      let isSwarm = cells.contains { $0.calls != nil }
      for line in TextTable(
        header: ["cell", "kind", "digest", "runs", "done", "to run"] + (isSwarm ? ["calls", "tokens", "USD"] : []),
        rows: cells.map { cell in
          [
            cell.cell, cell.kind, String(cell.digest.prefix(8)), "\(cell.runs)", "\(cell.done)", "\(cell.missing)",
          ] + (isSwarm ? [cell.calls, cell.tokens, cell.cost].map(Self.number) : [])
        }
      ).lines { print(line) }
      if isSwarm { print("Calls, tokens and USD: of one undivided task, when no turn fails and nothing ends early.") }
    }
  }

  private static func number(_ value: Double?) -> String {
    value.map { NumberText.plain($0, significant: 3) } ?? ""
  }

  private static func doneRuns(in folder: ResultsFolder) throws -> Set<RunKey> {
    try ResultsDatabase.openForReading(at: folder.database).completedRuns()
  }
}
