import Agents
public import RunRecords
import SimulationKernel

/// A metric of a swarm's run, with the way to measure it.
///
/// No architecture knows of it: all is read from accounts, from journals that observers keep, and from the services.
/// `docs/metrics.md` has the formulas.
public struct StandardMetric: Sendable {
  public let specification: MetricSpecification
  /// What has to be written down of every completion.
  let needs: JournalContents
  /// The value in a run, in the unit of the metric; `nil` where there was nothing to measure.
  let measure: @Sendable (RunObservations) -> Double?

  init(
    _ name: String, title: String, unit: String, better: MetricSpecification.Direction, summary: String,
    needs: JournalContents = [], measure: @escaping @Sendable (RunObservations) -> Double?
  ) {
    specification = MetricSpecification(name, title: title, unit: unit, better: better, summary: summary)
    self.needs = needs
    self.measure = measure
  }

  /// The name in results and files, in `snake_case`.
  public var name: String { specification.name }

  /// The value as it is stored: not a number where there was nothing to measure.
  func value(in run: RunObservations) -> Double { measure(run) ?? .nan }

  /// All of them, those of every run first.
  public static let all: [StandardMetric] =
    standard + success + effort + failures + time + agreement + rounds + calibration

  /// Those of every run that does not ask for others, the most important first.
  public static let standard: [StandardMetric] = [
    StandardMetric(
      "accuracy", title: "Accuracy", unit: "%", better: .higher,
      summary: "Share of the tasks whose final answer is right."
    ) { $0.mean { $0.isSolved ? 100 : 0 } },
    StandardMetric(
      "makespan", title: "Makespan", unit: "s", better: .lower,
      summary: "Simulated time from the start to the last answer."
    ) { $0.end.seconds },
    StandardMetric(
      "latency", title: "Time to answer", unit: "s", better: .lower,
      summary: "Mean simulated time from taking up a task (in a stream: from its arrival) to its answer."
    ) { $0.mean { $0.timeToAnswer.seconds } },
    StandardMetric(
      "tokens", title: "Tokens", unit: "tokens/task", better: .lower,
      summary: "Mean tokens read and written for a task."
    ) { $0.mean { Double($0.account.usage.total.value) } },
    StandardMetric(
      "cost", title: "Cost", unit: "USD/1000 tasks", better: .lower,
      summary: "Price of the tokens of a thousand tasks."
    ) { $0.mean { $0.account.money * 1_000 } },
    StandardMetric(
      "calls", title: "Calls", unit: "calls/task", better: .lower,
      summary: "Mean number of completions for a task."
    ) { $0.mean { Double($0.account.calls) } },
    StandardMetric(
      "queue_wait", title: "Queue wait", unit: "s/call", better: .lower,
      summary: "Mean simulated time that a call waits until its service is free."
    ) { run in
      // Outside the simulated world nobody tells waits from service.
      guard !run.services.isEmpty else { return nil }
      let calls = run.services.reduce(0) { $0 + $1.waits.count }
      return calls > 0 ? run.services.reduce(0) { $0 + $1.waits.sum } / Double(calls) : 0
    },
  ]
}
