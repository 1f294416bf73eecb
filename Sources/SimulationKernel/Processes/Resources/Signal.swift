/// Something that happens once, with a value: processes wait for it, before it happens or after.
///
/// ```swift
/// let answer = Signal<Int>("answer", in: simulation)
/// simulation.start("oracle") { try await clock.sleep(for: .seconds(7)); answer.fire(42) }
/// let value = try await answer.wait()
/// ```
public final class Signal<Value: Sendable>: Awaited, @unchecked Sendable {
  public let name: String
  /// What it was fired with; `nil` before.
  public private(set) var value: Value?
  private let executor: SimulationExecutor
  private var queue = WaitQueue<Void>()

  /// - Parameter name: For messages.
  public init(_ name: String = "signal", in simulation: ProcessSimulation) {
    self.name = name
    executor = simulation.executor
  }

  /// Whether it has happened.
  public var isFired: Bool { value != nil }

  /// Lets it happen: all who wait go on at the current time, in the order in which they came.
  ///
  /// - Returns: False where it had happened already; then nothing changes.
  @discardableResult
  public func fire(_ value: Value) -> Bool {
    guard self.value == nil else { return false }
    self.value = value
    queue.wakeAll(in: executor)
    return true
  }

  /// Returns the value, after waiting for it as long as need be.
  ///
  /// - Throws: `CancellationError` and other ends of a wait.
  public nonisolated(nonsending) func wait() async throws -> Value {
    while true {
      if let value { return value }
      _ = try await executor.queueUp(.signal, for: self) {
        queue.append($0, (), in: executor.table)
      } left: {
        queue.leave()
      }
    }
  }

  /// Is met when the signal has been fired.
  public var fired: Condition {
    Condition(
      of: executor, take: { self.isFired },
      register: { self.queue.append($0, tag: $1, (), in: self.executor.table) },
      leave: { self.queue.leave() })
  }
}

extension Signal where Value == Void {
  /// Lets it happen.
  @discardableResult
  public func fire() -> Bool { fire(()) }
}

/// Something that happens again and again: who waits goes on at the next time it does.
public final class Pulse: Awaited, @unchecked Sendable {
  public let name: String
  /// How many times it has happened.
  public private(set) var count = 0
  private let executor: SimulationExecutor
  private var queue = WaitQueue<Void>()

  /// - Parameter name: For messages.
  public init(_ name: String = "pulse", in simulation: ProcessSimulation) {
    self.name = name
    executor = simulation.executor
  }

  /// As the other one, for a model that belongs to a simulation and so must not hold it.
  public init(_ name: String = "pulse", on clock: SimulationClock) {
    self.name = name
    executor = clock.executor
  }

  /// How many processes wait.
  public var waitingCount: Int { queue.liveCount(in: executor.table) }

  /// Lets all who wait go on at the current time, in the order in which they came.
  public func fire() {
    count += 1
    queue.wakeAll(in: executor)
  }

  /// Waits for the next time.
  ///
  /// - Throws: `CancellationError` and other ends of a wait.
  public nonisolated(nonsending) func wait() async throws {
    _ = try await executor.queueUp(.signal, for: self) {
      queue.append($0, (), in: executor.table)
    } left: {
      queue.leave()
    }
  }

  /// Is met at the next time after the wait for it began.
  public var next: Condition {
    Condition(
      of: executor, take: { false },
      register: { self.queue.append($0, tag: $1, (), in: self.executor.table) },
      leave: { self.queue.leave() })
  }
}
