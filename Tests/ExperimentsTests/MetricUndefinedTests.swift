import Agents
import RunRecords
import Testing

@testable import Experiments

@Suite("Metrics of what was not there")
struct MetricUndefinedTests {
  /// The metrics without a value in a run.
  private func undefined(_ run: RunObservations) -> [String] {
    StandardMetric.all.filter { $0.measure(run) == nil }.map(\.name)
  }

  @Test("One agent that says once what it holds leaves nothing to compare")
  func oneAgent() {
    #expect(
      undefined(MetricSample.run([[Said(0, "0")], [Said(0, "1")]]))
        == [
          "queue_wait", "success_per_mtok", "specialization", "straggler_gap", "parallelism", "utilization",
          "redundancy",
          "error_correlation", "effective_votes", "same_wrong", "consensus_wrong", "minority_right",
          "time_to_consensus", "flips_right_to_wrong", "flips_wrong_to_right", "ece", "brier", "brier_reliability",
          "brier_resolution", "brier_uncertainty", "auroc",
        ])
  }

  @Test("A swarm whose calls all fail has failures, and no answers")
  func allFailed() {
    let run = MetricSample.run([[Said(0, nil).with { $0.failure = .outage }]], unsolved: [0])
    #expect(run.value("failure_share") == 100)
    #expect(run.value("any_correct") == 0)
    #expect(run.value("regret") == 0)
    #expect(run.value("turns") == 0)
    #expect(run.value("message_density") == nil)
    #expect(run.value("redundancy") == nil)
  }

  @Test("An episode without a call has no time and no tries")
  func noCalls() {
    let run = MetricSample.run([[]], unsolved: [0])
    #expect(run.value("attempts") == nil)
    #expect(run.value("critical_path") == 0)
    #expect(run.value("parallelism") == nil)
    #expect(run.value("accuracy_se") == nil)
    #expect(run.value("queue_wait") == nil)
  }

  @Test("What has no value is stored as what is no number")
  func stored() throws {
    let metric = try #require(StandardMetric.all.first { $0.name == "ece" })
    #expect(metric.value(in: MetricSample.run([[Said(0, "0")]])).isNaN)
  }

  @Test("Values are finite wherever they are there")
  func finite() {
    let runs = [
      MetricSample.run([[]]), MetricSample.run([[Said(0, nil)], [Said(1, nil)]]),
      MetricSample.run([[Said(0, "0"), Said(1, "1")], [Said(0, "1"), Said(1, "0")]]),
    ]
    for run in runs {
      #expect(StandardMetric.all.allSatisfy { $0.measure(run)?.isFinite ?? true })
    }
  }
}
