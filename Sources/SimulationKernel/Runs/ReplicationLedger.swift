import Synchronization

/// Which replications have begun, and what came of them; shared by the threads that work on them.
final class ReplicationLedger<Result: Sendable>: Sendable {
  private struct State {
    var begun = 0
    var finished = 0
    var results: [Result?]
    var failure: (replication: Int, error: any Error)?
  }

  private let count: Int
  private let stop: StopRequest?
  private let state: Mutex<State>

  init(count: Int, stop: StopRequest?) {
    self.count = count
    self.stop = stop
    state = Mutex(State(results: Array(repeating: nil, count: count)))
  }

  /// Runs replications until none is left to begin.
  func work(_ body: (Int) throws -> Result) {
    while let replication = next() {
      do {
        let result = try body(replication)
        state.withLock {
          $0.results[replication] = result
          $0.finished += 1
        }
      } catch {
        state.withLock {
          // They begin in the order of their numbers: those before a failed one have begun, and will have their say.
          if replication < $0.failure?.replication ?? .max { $0.failure = (replication, error) }
        }
      }
    }
  }

  private func next() -> Int? {
    let isStopped = stop?.isRequested ?? false
    return state.withLock {
      guard $0.begun < count, $0.failure == nil, !isStopped else { return nil }
      $0.begun += 1
      return $0.begun - 1
    }
  }

  /// The results by number, once all threads have ended.
  func results() throws -> [Result] {
    try state.withLock {
      if let failure = $0.failure { throw failure.error }
      guard $0.finished == count else { throw ReplicationsStopped(finished: $0.finished, count: count) }
      return $0.results.compactMap { $0 }
    }
  }
}
