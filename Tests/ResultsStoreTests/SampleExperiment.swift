import Foundation
import ResultsStore
import RunRecords
import TestSupport

/// A small experiment: three cells of two architectures, and three metrics.
enum SampleExperiment {
  // Digests whose alphabetical order is not the order of the cells.
  static let cells = [
    Cell(name: "debate, 2 rounds", architecture: "debate", digest: String(repeating: "c3", count: 32)),
    Cell(name: "vote", architecture: "majority-vote", digest: String(repeating: "a1", count: 32)),
    Cell(name: "debate, 4 rounds", architecture: "debate", digest: String(repeating: "b2", count: 32)),
  ]

  static let metrics = [
    MetricSpecification(
      "makespan", title: "Time to answer", unit: "s", better: .lower, summary: "Time of the last answer."),
    MetricSpecification(
      "accuracy", title: "Accuracy", unit: "%", better: .higher, summary: "Share of answers that are right."),
    MetricSpecification("cost", title: "Cost", unit: "USD/task", better: .lower, summary: "What all calls cost."),
  ]

  static func experiment(replications: Int = 4) -> StoredExperiment {
    StoredExperiment(
      name: "sample", configHash: "00ff", rootSeed: .max, replications: replications, confidenceLevel: 0.95,
      configText: "name: sample\n", modelVersion: 3)
  }

  static func done(_ cell: Int, _ replication: Int, makespan: Double = 12.5) -> RunRecord {
    RunRecord(
      key: RunKey(cellDigest: cells[cell].digest, replication: replication),
      outcome: .done([
        Observation(metric: "makespan", value: makespan),
        Observation(metric: "accuracy", value: 80 + Double(cell)),
        Observation(metric: "cost", value: 0.1),
      ]),
      events: 1000 + replication, fingerprint: 0x0123_4567_89AB_CDEF, wallSeconds: 0.25)
  }

  static func failed(_ cell: Int, _ replication: Int, _ message: String = "deadlock at 3 s") -> RunRecord {
    RunRecord(
      key: RunKey(cellDigest: cells[cell].digest, replication: replication), outcome: .failed(message), events: 7,
      fingerprint: .max, wallSeconds: 0.125)
  }

  /// Opens the file for writing, with the experiment begun.
  static func open(_ url: URL, replications: Int = 4) throws -> ResultsDatabase {
    let store = try ResultsDatabase.open(at: url)
    try store.begin(experiment: experiment(replications: replications), cells: cells, metrics: metrics)
    return store
  }
}

extension TemporaryFolder {
  /// Where the results of the tests stand.
  var database: URL { file("results.sqlite") }
}
