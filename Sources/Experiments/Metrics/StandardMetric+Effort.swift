import Agents
import RandomStreams
import RunRecords

extension StandardMetric {
  /// What a task takes in tokens, turns and messages, and who takes the turns.
  static let effort: [StandardMetric] = [
    StandardMetric(
      "prompt_tokens", title: "Tokens read", unit: "tokens/task", better: .lower,
      summary: "Mean tokens of the prompts for a task."
    ) { $0.mean { Double($0.account.usage.prompt.value) } },
    StandardMetric(
      "completion_tokens", title: "Tokens written", unit: "tokens/task", better: .lower,
      summary: "Mean tokens of the completions for a task."
    ) { $0.mean { Double($0.account.usage.completion.value) } },
    StandardMetric(
      "cached_tokens", title: "Tokens cached", unit: "tokens/task", better: .higher,
      summary: "Mean tokens of the prompts for a task that the service had kept."
    ) { $0.mean { Double($0.account.usage.cached.value) } },
    StandardMetric(
      "attempts", title: "Tries", unit: "tries/call", better: .lower,
      summary: "Mean number of times that the service was tried for a call.", needs: .calls
    ) { run in
      ratio(run.sum(\.calls, \.attempts), run.sum(\.calls) { $0.turns + $0.failureCount() })
    },
    StandardMetric(
      "turns", title: "Turns", unit: "turns/task", better: .neither,
      summary: "Mean number of turns that agents took for a task: calls that brought a completion.", needs: .calls
    ) { run in ratio(run.sum(\.calls, \.turns), run.outcomes.count) },
    StandardMetric(
      "messages", title: "Messages", unit: "messages/task", better: .neither,
      summary: "Mean number of messages of another agent that were read, each as often as it was read."
    ) { $0.mean { Double($0.account.messagesRead) } },
    StandardMetric(
      "message_density", title: "Message density", unit: "messages/turn", better: .neither,
      summary: "Messages of another agent that were read, for each turn.", needs: .calls
    ) { run in ratio(run.sum { $0.account.messagesRead }, run.sum(\.calls, \.turns)) },
    StandardMetric(
      "specialization", title: "Specialisation", unit: "share", better: .neither,
      summary: "How far an agent's turns are about one type of task: 0 for all alike, 1 for one type each.",
      needs: .calls
    ) { $0.specialization },
  ]
}

extension RunObservations {
  /// The mutual entropy of agents and types of tasks by the entropy of types; `nil` for a single type.
  fileprivate var specialization: Double? {
    let types = outcomes.reduce(0) { max($0, $1.task.type) } + 1
    let agents = outcomes.reduce(0) { max($0, $1.digest.calls?.turnsByAgent.count ?? 0) }
    var turns = [Double](repeating: 0, count: agents * types)
    for outcome in outcomes {
      for (agent, count) in (outcome.digest.calls?.turnsByAgent ?? []).enumerated() {
        turns[agent * types + outcome.task.type] += Double(count)
      }
    }
    let byAgent = (0..<agents).map { agent in turns[(agent * types)..<((agent + 1) * types)].reduce(0, +) }
    let byType = (0..<types).map { type in (0..<agents).reduce(0) { $0 + turns[$1 * types + type] } }
    let entropy = Self.entropy(byType)
    guard entropy > 0 else { return nil }
    return (Self.entropy(byAgent) + entropy - Self.entropy(turns)) / entropy
  }

  private static func entropy(_ counts: [Double]) -> Double {
    let total = counts.reduce(0, +)
    return counts.reduce(0) { $1 > 0 ? $0 - $1 / total * PortableMath.log($1 / total) : $0 }
  }
}
