import Agents
import RunRecords
import Statistics

extension StandardMetric {
  /// How often the swarm is right, and how often it could have been.
  static let success: [StandardMetric] = [
    StandardMetric(
      "accuracy_se", title: "Standard error of accuracy", unit: "%", better: .neither,
      summary: "Standard error of the accuracy within a run, clustered by task."
    ) { run in
      ClusteredError(run.byTask.map { $0.map { $0.isSolved ? 100 : 0 } })?.standardError
    },
    StandardMetric(
      "pass_at_k", title: "pass@k", unit: "%", better: .higher,
      summary: "Share of the tasks that at least one of k attempts solves; k is the number of attempts."
    ) { $0.meanOfAttempts(\.any) },
    StandardMetric(
      "pass_hat_k", title: "pass^k", unit: "%", better: .higher,
      summary: "Share of the tasks that all of k attempts solve; k is the number of attempts."
    ) { $0.meanOfAttempts(\.all) },
    StandardMetric(
      "any_correct", title: "Any correct", unit: "%", better: .higher,
      summary: "Share of the tasks to which some agent gave the right answer: the best that choosing could do.",
      needs: .answers
    ) { $0.anyCorrect },
    StandardMetric(
      "regret", title: "Regret", unit: "%", better: .lower,
      summary: "Any correct less accuracy: right answers that the swarm had and did not give.", needs: .answers
    ) { run in run.anyCorrect.map { $0 - run.mean { $0.isSolved ? 100 : 0 } } },
    StandardMetric(
      "success_per_mtok", title: "Success per Mtoken", unit: "tasks/Mtoken", better: .higher,
      summary: "Tasks solved for each million tokens read and written."
    ) { run in
      ratio(run.sum { $0.isSolved ? 1_000_000 : 0 }, run.sum { $0.account.usage.total.value })
    },
  ]
}

extension RunObservations {
  /// In per cent; `nil` where answers were not written down.
  fileprivate var anyCorrect: Double? {
    percentage(sum(\.answers) { $0.isAnyRight ? 1 : 0 }, outcomes.count)
  }

  /// The mean over tasks of what k attempts are worth, in per cent; `nil` where a task has fewer.
  fileprivate func meanOfAttempts(_ part: (PassAtK) -> Double) -> Double? {
    let tasks = byTask
    guard tasks.allSatisfy({ $0.count >= attempts }) else { return nil }
    let total = tasks.reduce(0) { sum, task in
      sum + part(PassAtK(k: attempts, successes: task.count(where: \.isSolved), trials: task.count))
    }
    return 100 * total / Double(tasks.count)
  }
}
