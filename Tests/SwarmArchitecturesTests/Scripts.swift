public import Agents
import RunRecords
import SwarmArchitectures
import TestSupport

/// The answers of agents in short: `answers[agent][call]`, a letter with its confidence.
struct Answers: Sendable {
  private let answers: [[Answer]]

  init(_ answers: [Answer]...) {
    self.answers = answers
  }

  /// A script with these answers; who is asked beyond them has none, and neither has a plan.
  var script: ScriptedRun.Script {
    { request in
      let (agent, call) = (request.turn.agent.index, request.call)
      let isKnown = agent < answers.count && call < answers[agent].count && request.turn.instruction != .plan
      let answer = isKnown ? answers[agent][call] : .none
      return Completion(answer.content, confidence: answer.confidence)
    }
  }
}

extension Answer: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

/// Calls by agent and instruction with the contents that were read: `0 answer A,B`.
func described(_ requests: [CompletionRequest]) -> [String] {
  requests.map { request in
    let read = request.turn.reading.map { $0.answer.content ?? "-" }.joined(separator: ",")
    return "\(request.turn.agent.index) \(request.turn.instruction) \(read)".trimmingSuffix(" ")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
