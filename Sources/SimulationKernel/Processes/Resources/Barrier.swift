/// A place where a number of processes wait for each other, again and again.
public final class Barrier: Awaited, @unchecked Sendable {
  public let name: String
  /// How many have to arrive, at least 1.
  public let parties: Int
  /// How many times it has opened.
  public private(set) var openings = 0
  private let executor: SimulationExecutor
  private var queue = WaitQueue<Void>()

  /// - Parameter parties: How many have to arrive, at least 1.
  public init(_ name: String, parties: Int, in simulation: ProcessSimulation) {
    precondition(parties >= 1, "barrier '\(name)' waits for \(parties) processes; it must be at least 1")
    self.name = name
    self.parties = parties
    executor = simulation.executor
  }

  /// How many have arrived and wait.
  public var arrived: Int { queue.liveCount(in: executor.table) }

  /// Waits until so many have arrived; the last one does not wait, and the others go on in the order of their arrival.
  ///
  /// Who leaves before, by cancellation, interrupt or deadline, has not arrived.
  ///
  /// - Throws: `CancellationError` and other ends of a wait.
  public nonisolated(nonsending) func arrive() async throws {
    // Who was interrupted at this time and has not gone on yet is counted still, but has not arrived.
    guard queue.count + 1 < parties || queue.liveCount(in: executor.table) + 1 < parties else {
      openings += 1
      queue.wakeAll(in: executor)
      return
    }
    _ = try await executor.queueUp(.barrier, for: self) {
      queue.append($0, (), in: executor.table)
    } left: {
      queue.leave()
    }
  }
}
