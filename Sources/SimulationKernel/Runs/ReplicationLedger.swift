import Synchronization

/// Which replications have begun, and what came of them; shared by the threads that work on them.
///
/// Every replication has a place of its own for what comes of it, written by one thread and read when all have ended:
/// no lock is needed, and that is what `@unchecked Sendable` stands for.
final class ReplicationLedger<Value: Sendable>: @unchecked Sendable {
  private let count: Int
  private let stop: StopRequest?
  private let outcomes: UnsafeMutablePointer<Result<Value, any Error>?>
  private let begun = Atomic(0)
  private let hasFailed = Atomic(false)

  init(count: Int, stop: StopRequest?) {
    self.count = count
    self.stop = stop
    outcomes = .allocate(capacity: count)
    outcomes.initialize(repeating: nil, count: count)
  }

  deinit {
    outcomes.deinitialize(count: count)
    outcomes.deallocate()
  }

  /// Runs replications until none is left to begin.
  func work(_ body: (Int) throws -> Value) {
    while let replication = next() {
      do {
        outcomes[replication] = .success(try body(replication))
      } catch {
        outcomes[replication] = .failure(error)
        hasFailed.store(true, ordering: .releasing)
      }
    }
  }

  /// They begin in the order of their numbers: those before a failed one have begun, and will have their say.
  private func next() -> Int? {
    if hasFailed.load(ordering: .acquiring) || stop?.isRequested == true { return nil }
    let replication = begun.wrappingAdd(1, ordering: .relaxed).oldValue
    return replication < count ? replication : nil
  }

  /// The results by number, once all threads have ended.
  func results() throws -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(count)
    for replication in 0..<count {
      if let outcome = outcomes[replication] { values.append(try outcome.get()) }
    }
    guard values.count == count else { throw ReplicationsStopped(finished: values.count, count: count) }
    return values
  }
}
