import Synchronization

/// Lets so many calls through at once, first come first served; waiting can be cancelled.
final class ConcurrencyGate: Sendable {
  private struct State {
    var free: Int
    var nextTicket = 0
    /// In the order in which they came. Those that are cancelled leave.
    var waiting: [(ticket: Int, continuation: CheckedContinuation<Void, any Error>)] = []
  }

  private let state: Mutex<State>

  /// - Parameter capacity: At least 1.
  init(capacity: Int) {
    state = Mutex(State(free: capacity))
  }

  /// Runs `body` when there is a place.
  ///
  /// - Throws: `CancellationError`, or what `body` throws.
  nonisolated(nonsending) func withPlace<Value: Sendable>(
    _ body: nonisolated(nonsending) () async throws -> Value
  ) async throws -> Value {
    try await enter()
    defer { leave() }
    return try await body()
  }

  private nonisolated(nonsending) func enter() async throws {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        let outcome: Result<Void, any Error>? = state.withLock { state in
          // Looked at under the lock: a cancellation before this finds nobody waiting, one after it finds the ticket.
          if Task.isCancelled { return .failure(CancellationError()) }
          guard state.free > 0 else {
            state.waiting.append((ticket, continuation))
            return nil
          }
          state.free -= 1
          return .success(())
        }
        if let outcome { continuation.resume(with: outcome) }
      }
    } onCancel: {
      let waiter = state.withLock { state in
        state.waiting.firstIndex { $0.ticket == ticket }.map { state.waiting.remove(at: $0) }
      }
      waiter?.continuation.resume(throwing: CancellationError())
    }
  }

  private func leave() {
    let next: CheckedContinuation<Void, any Error>? = state.withLock { state in
      guard state.waiting.isEmpty else { return state.waiting.removeFirst().continuation }
      state.free += 1
      return nil
    }
    next?.resume()
  }
}
