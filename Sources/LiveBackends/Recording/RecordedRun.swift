import Agents

/// All that was recorded of one run.
struct RecordedRun: Sendable {
  struct EpisodeKey: Sendable, Hashable {
    let task: Int
    let attempt: Int
  }

  struct EpisodeTimes: Sendable {
    let start: EpisodeTime
    /// `nil` where the run ended before the episode did.
    let end: EpisodeTime?
  }

  let name: String
  var completions: [RecordedCompletion.Key: RecordedCompletion] = [:]
  var episodes: [EpisodeKey: EpisodeTimes] = [:]

  /// The completion of a request.
  ///
  /// - Throws: `LiveError`: `changedRequest` with what differs, or `notRecorded` with the nearest one that is recorded.
  func completion(of request: CompletionRequest, body: String) throws(LiveError) -> Completion {
    let key = RecordedCompletion.Key(request)
    let place = "task \(key.task), attempt \(key.attempt), agent \(key.agent), call \(key.call) of run '\(name)'"
    if let recorded = completions[key] {
      guard recorded.body == body else {
        let differences = RequestDifference.list(recorded: recorded.body, asked: body)
        throw LiveError(
          code: .changedRequest,
          problem: "the request of \(place) is not the recorded one: \(differences.joined(separator: "; "))")
      }
      return recorded.completion
    }
    guard let nearest = nearest(to: key) else {
      throw LiveError(code: .notRecorded, problem: "\(place) is not recorded, nor is any other of its calls")
    }
    let differences = RequestDifference.list(recorded: nearest.body, asked: body)
    let other = nearest.key
    throw LiveError(
      code: .notRecorded,
      problem: """
        \(place) is not recorded; the nearest is task \(other.task), attempt \(other.attempt), agent \(other.agent), \
        call \(other.call): \(differences.isEmpty ? "the same request" : differences.joined(separator: "; "))
        """)
  }

  /// The times of an episode; both ends are known.
  func times(of task: SwarmTask) throws(LiveError) -> (start: EpisodeTime, end: EpisodeTime) {
    guard let times = episodes[EpisodeKey(task: task.index, attempt: task.attempt)], let end = times.end else {
      throw LiveError(
        code: .notRecorded,
        problem: "task \(task.index), attempt \(task.attempt) of run '\(name)' is not recorded to its end")
    }
    return (times.start, end)
  }

  /// What most calls failed with, where none brought a completion or was refused for want of budget.
  var onlyFailure: String? {
    var counts: [String: Int] = [:]
    for recorded in completions.values {
      guard let failure = recorded.completion.failure, failure != .budget else { return nil }
      counts[failure.rawValue, default: 0] += 1
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  /// The recorded call that differs least in who made it: first by task, then by attempt, agent and call.
  private func nearest(to key: RecordedCompletion.Key) -> RecordedCompletion? {
    func distance(_ other: RecordedCompletion.Key) -> [Int] {
      [
        abs(other.task - key.task), abs(other.attempt - key.attempt), abs(other.agent - key.agent),
        abs(other.call - key.call), other.task, other.attempt, other.agent, other.call,
      ]
    }
    return completions.values.min { distance($0.key).lexicographicallyPrecedes(distance($1.key)) }
  }
}
