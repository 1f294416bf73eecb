import Agents
import Statistics

/// What the completions of one episode amount to; what was not written down is `nil` or empty.
struct EpisodeDigest: Sendable, Hashable {
  var calls: CallDigest?
  var timing: TimingDigest?
  var answers: AnswerDigest?
  /// Stated confidences, in the order of the completions.
  var forecasts: [Forecast] = []
}

/// What became of the calls of an episode.
struct CallDigest: Sendable, Hashable {
  /// Tries of the service, at least one a call.
  private(set) var attempts = 0
  /// Calls that brought a completion.
  private(set) var turns = 0
  /// `[kind]`, in the order of `CompletionFailure.allCases`; empty where no call failed.
  private(set) var failures: [Int] = []
  /// `[agent]`: turns of each, as far as agents took any.
  private(set) var turnsByAgent: [Int32] = []

  mutating func add(_ agent: AgentID, attempts tries: Int, failure: CompletionFailure?) {
    attempts += tries
    if let failure {
      count(failure)
    } else {
      turns += 1
      while turnsByAgent.count <= agent.index { turnsByAgent.append(0) }
      turnsByAgent[agent.index] += 1
    }
  }

  private mutating func count(_ failure: CompletionFailure) {
    let kinds = CompletionFailure.allCases
    if failures.isEmpty { failures = Array(repeating: 0, count: kinds.count) }
    if let kind = kinds.firstIndex(of: failure) { failures[kind] += 1 }
  }

  /// Calls that failed, for whatever reason or for one.
  func failureCount(_ kind: CompletionFailure? = nil) -> Int {
    guard let kind, let index = CompletionFailure.allCases.firstIndex(of: kind), !failures.isEmpty else {
      return kind == nil ? failures.reduce(0, +) : 0
    }
    return failures[index]
  }
}
