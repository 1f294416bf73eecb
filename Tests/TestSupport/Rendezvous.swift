import Synchronization

/// A place where calls meet in waves: nobody goes on before the last of the wave is there.
///
/// Code that makes its calls one after another never gets through a wave of two; so whoever gets through has made them
/// concurrently. No clock takes part.
public final class Rendezvous: Sendable {
  /// A call came after the last wave was complete.
  public struct Unexpected: Error {}

  private struct State {
    var wave = 0
    /// Who waits, in the order of arrival.
    var waiting: [CheckedContinuation<Void, any Error>] = []
    var isCalledOff = false
  }

  private let sizes: [Int]
  private let state = Mutex(State())

  /// - Parameter sizes: How many calls meet in each wave, each at least 1.
  public init(waves sizes: [Int]) {
    precondition(sizes.allSatisfy { $0 >= 1 }, "the waves are \(sizes); each must have at least 1 call")
    self.sizes = sizes
  }

  /// How many waves have met.
  public var completedWaves: Int { state.withLock { $0.wave } }

  /// Waits until the wave is complete. The last to come goes on first, so that no order of calls is kept by chance.
  ///
  /// - Throws: `Unexpected`, or `CancellationError` for all who wait when one of them is cancelled.
  public func meet() async throws {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { arrive($0) }
    } onCancel: {
      let waiting = state.withLock { state in
        state.isCalledOff = true
        defer { state.waiting = [] }
        return state.waiting
      }
      for continuation in waiting { continuation.resume(throwing: CancellationError()) }
    }
  }

  private func arrive(_ continuation: CheckedContinuation<Void, any Error>) {
    let released: [CheckedContinuation<Void, any Error>] = state.withLock { state in
      guard state.wave < sizes.count, !state.isCalledOff else {
        continuation.resume(throwing: state.isCalledOff ? CancellationError() : Unexpected())
        return []
      }
      state.waiting.append(continuation)
      guard state.waiting.count == sizes[state.wave] else { return [] }
      state.wave += 1
      defer { state.waiting = [] }
      return state.waiting.reversed()
    }
    for continuation in released { continuation.resume() }
  }
}
