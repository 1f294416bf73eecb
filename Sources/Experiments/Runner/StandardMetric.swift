import Agents
public import RunRecords
import SimulationKernel

/// A metric of every run, with the way to measure it.
public struct StandardMetric: Sendable {
  public let specification: MetricSpecification
  let measure: @Sendable (RunObservations) -> Double

  /// All of them, the most important first.
  public static let all: [StandardMetric] = [
    StandardMetric(
      specification: MetricSpecification(
        "accuracy", title: "Accuracy", unit: "%", better: .higher,
        summary: "Share of the tasks whose final answer is right.")
    ) { $0.mean { $0.isSolved ? 100 : 0 } },
    StandardMetric(
      specification: MetricSpecification(
        "makespan", title: "Makespan", unit: "s", better: .lower,
        summary: "Simulated time from the start to the last answer.")
    ) { $0.end.seconds },
    StandardMetric(
      specification: MetricSpecification(
        "latency", title: "Time to answer", unit: "s", better: .lower,
        summary: "Mean simulated time from taking up a task (in a stream: from its arrival) to its answer.")
    ) { $0.mean { $0.timeToAnswer.seconds } },
    StandardMetric(
      specification: MetricSpecification(
        "tokens", title: "Tokens", unit: "tokens/task", better: .lower,
        summary: "Mean tokens read and written for a task.")
    ) { $0.mean { Double($0.account.usage.total.value) } },
    StandardMetric(
      specification: MetricSpecification(
        "cost", title: "Cost", unit: "USD/1000 tasks", better: .lower,
        summary: "Price of the tokens of a thousand tasks.")
    ) { run in run.mean { run.price.cost(of: $0.account.usage) * 1_000 } },
    StandardMetric(
      specification: MetricSpecification(
        "calls", title: "Calls", unit: "calls/task", better: .lower,
        summary: "Mean number of completions for a task.")
    ) { $0.mean { Double($0.account.calls) } },
    StandardMetric(
      specification: MetricSpecification(
        "queue_wait", title: "Queue wait", unit: "s/call", better: .lower,
        summary: "Mean simulated time that a call waits until the endpoint is free.")
    ) { $0.queueWaits.count > 0 ? $0.queueWaits.mean : 0 },
  ]
}
