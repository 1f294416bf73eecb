import Agents
import RunRecords

extension StandardMetric {
  /// Calls that failed, in all and kind by kind.
  static let failures: [StandardMetric] =
    [
      StandardMetric(
        "failures", title: "Failures", unit: "calls/task", better: .lower,
        summary: "Mean number of calls for a task that brought no completion.", needs: .calls
      ) { run in ratio(run.sum(\.calls) { $0.failureCount() }, run.outcomes.count) },
      StandardMetric(
        "failure_share", title: "Share of failures", unit: "%", better: .lower,
        summary: "Share of the calls that brought no completion.", needs: .calls
      ) { run in
        percentage(run.sum(\.calls) { $0.failureCount() }, run.sum(\.calls) { $0.turns + $0.failureCount() })
      },
    ] + CompletionFailure.allCases.map(ofKind)

  private static func ofKind(_ kind: CompletionFailure) -> StandardMetric {
    let (word, reason) = words(for: kind)
    return StandardMetric(
      "failures_" + word, title: "Failures: " + word.replacing("_", with: " "), unit: "calls/task", better: .lower,
      summary: "Mean number of calls for a task that failed because " + reason + ".", needs: .calls
    ) { run in ratio(run.sum(\.calls) { $0.failureCount(kind) }, run.outcomes.count) }
  }

  private static func words(for kind: CompletionFailure) -> (name: String, reason: String) {
    switch kind {
    case .timeout: ("timeout", "no answer came in time")
    case .serverError: ("server_error", "the server had an error of its own")
    case .rateLimit: ("rate_limit", "too many calls or tokens came in a minute")
    case .outage: ("outage", "the provider was out of service")
    case .empty: ("empty", "the completion was empty")
    case .malformed: ("malformed", "the completion broke the form that was asked for")
    case .contextOverflow: ("context_overflow", "what had to be read was too long")
    case .budget: ("budget", "the budget or its deadline did not allow it")
    }
  }
}
