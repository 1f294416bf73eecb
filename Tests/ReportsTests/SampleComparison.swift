import Experiments
import Reports
import RunRecords

/// Experiments with runs whose numbers are written here, so that every estimate can be checked by hand.
struct SampleComparison {
  let plan: ExperimentPlan

  init(
    architectures: [String] = ["single", "vote", "rival"], replications: Int = 10, title: String = "A sample",
    extra: String = ""
  ) throws {
    let entries = architectures.map { "  - {name: \($0), kind: single}" }.joined(separator: "\n")
    let text = """
      name: sample
      title: "\(title)"
      workload: {kind: batch, tasks: 5}
      matching: none
      architectures:
      \(entries)
      replications: {min: \(replications)}
      \(extra)
      """
    let reader = ExperimentFileReader(source: "sample.yaml") { _ in nil }
    plan = ExperimentPlan(try reader.read(Array(text.utf8)).file)
  }

  /// Records in which a metric has the value that `value` gives for a cell's place and a replication.
  func records(
    _ value: (_ metric: String, _ cell: Int, _ replication: Int) -> Double?
  ) -> [RunRecord] {
    plan.runs.map { run in
      let cell = plan.cells.firstIndex { $0.cell == run.cell.cell } ?? 0
      let observations = plan.metrics.compactMap { metric in
        value(metric.name, cell, run.replication).map { Observation(metric: metric.name, value: $0) }
      }
      let outcome: RunRecord.Outcome = observations.isEmpty ? .failed("no luck") : .done(observations)
      return RunRecord(key: run.key, outcome: outcome, events: 1, fingerprint: 2, wallSeconds: 3)
    }
  }

  /// The second cell is better than the first in accuracy by about 10 points and costs twice as much; the third is the
  /// first again but for noise.
  var plain: Comparison {
    Comparison(
      plan,
      records: records { metric, cell, replication in
        let noise = Double((replication * 7 + cell * 3) % 5) / 10
        let common = Double((replication * 11) % 7)
        return switch metric {
        case "accuracy": 60 + common + (cell == 1 ? 10 : 0) + noise
        case "calls": 1
        default: (cell == 1 ? 2.0 : 1) * (100 + common) + noise
        }
      })
  }
}
