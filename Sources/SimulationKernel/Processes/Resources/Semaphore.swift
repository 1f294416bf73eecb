/// A number of permits, which need not be given back by who took them.
public final class Semaphore: Awaited, @unchecked Sendable {
  public let name: String
  /// Permits that nobody has taken, at least 0.
  public private(set) var permits: Int
  private let executor: SimulationExecutor
  private var queue = WaitQueue<Void>()

  /// - Parameter permits: At the beginning, at least 0.
  public init(_ name: String, permits: Int, in simulation: ProcessSimulation) {
    precondition(permits >= 0, "semaphore '\(name)' begins with \(permits) permits; it must be at least 0")
    self.name = name
    self.permits = permits
    executor = simulation.executor
  }

  /// How many processes wait.
  public var queueLength: Int { queue.liveCount(in: executor.table) }

  /// Takes a permit, after waiting for it as long as need be.
  ///
  /// - Parameter priority: The smaller comes first.
  /// - Throws: `CancellationError` and other ends of a wait; then none is taken.
  public nonisolated(nonsending) func wait(priority: Int = 0) async throws {
    if permits > 0 {
      permits -= 1
      return
    }
    _ = try await executor.queueUp(.semaphore, for: self) {
      queue.append($0, priority: priority, (), in: executor.table)
    } left: {
      queue.leave()
    }
  }

  /// Adds a permit, which goes to the first who waits.
  ///
  /// - Precondition: Called on the thread of the simulation.
  public func signal() {
    precondition(executor.isCurrentThread, "'\(name)' is given a permit outside the thread of its simulation")
    guard let next = queue.first(in: executor.table) else {
      permits += 1
      return
    }
    queue.removeFirst()
    executor.table.pointee.wake(next.ticket, value: next.tag)
  }
}
