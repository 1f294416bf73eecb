import Agents
import RunRecords

extension StandardMetric {
  /// Where the time goes.
  static let time: [StandardMetric] = [
    quantile("latency_p50", "median", 0.5),
    quantile("latency_p95", "95th percentile", 0.95),
    quantile("latency_p99", "99th percentile", 0.99),
    StandardMetric(
      "straggler_gap", title: "Straggler gap", unit: "s/wave", better: .lower,
      summary: "Mean time from the median to the last completion of calls that were made at once.", needs: .timing
    ) { run in ratio(run.sum(\.timing, \.stragglerGaps), run.sum(\.timing, \.waves).map(Double.init)) },
    StandardMetric(
      "critical_path", title: "Critical path", unit: "s/task", better: .lower,
      summary: "Mean service time of a task's longest chain of calls that came one after another.", needs: .timing
    ) { run in ratio(run.sum(\.timing, \.criticalPath), Double(run.outcomes.count)) },
    StandardMetric(
      "parallelism", title: "Parallelism", unit: "calls", better: .neither,
      summary: "Service time of all calls by that of the critical paths: calls that could be under way at once.",
      needs: .timing
    ) { run in ratio(run.sum(\.timing, \.work), run.sum(\.timing, \.criticalPath)) },
    StandardMetric(
      "utilization", title: "Utilisation", unit: "%", better: .neither,
      summary: "Share of the services' places that was taken, over the whole run."
    ) { run in
      let limited = run.services.filter { $0.capacity != nil }
      let places = limited.reduce(0) { $0 + Double($1.capacity ?? 0) }
      return ratio(limited.reduce(0) { $0 + 100 * $1.utilization * Double($1.capacity ?? 0) }, places)
    },
  ]

  private static func quantile(_ name: String, _ word: String, _ share: Double) -> StandardMetric {
    StandardMetric(
      name, title: "Time to answer, " + word, unit: "s", better: .lower,
      summary: "The " + word + " of the simulated time from taking up a task to its answer."
    ) { $0.timeToAnswer(share) }
  }
}
