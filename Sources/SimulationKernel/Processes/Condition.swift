/// Something that a process can wait for together with others: a signal, the end of a process, a time, a unit.
///
/// Made by `Signal.fired`, `Pulse.next`, `SimulationProcess.end`, `Condition.after`, `Condition.at` and `Resource.unit`; used by
/// `ProcessSimulation.firstOf` and `allOf`.
public struct Condition: Sendable {
  /// Takes what is there already; false when it has to be waited for.
  let take: @Sendable () -> Bool
  let register: @Sendable (Ticket, UInt32) -> Void
  /// Undoes `register` where something else came first.
  let leave: @Sendable () -> Void
  /// For a time, which no other object keeps.
  let delay: (@Sendable (SimulationExecutor) -> SimulationTime)?
  /// Whose it is; `nil` for a time, which is that of any simulation.
  let executor: SimulationExecutor?

  init(
    of executor: SimulationExecutor? = nil, take: @escaping @Sendable () -> Bool,
    register: @escaping @Sendable (Ticket, UInt32) -> Void, leave: @escaping @Sendable () -> Void,
    delay: (@Sendable (SimulationExecutor) -> SimulationTime)? = nil
  ) {
    self.executor = executor
    self.take = take
    self.register = register
    self.leave = leave
    self.delay = delay
  }

  /// Is met a duration after the wait for it began.
  ///
  /// - Precondition: The duration is finite and at least 0.
  public static func after(_ duration: SimulationDuration) -> Condition {
    timer { $0.time(after: duration, for: "a condition") }
  }

  /// Is met at a time; at once where that is past.
  public static func at(_ time: SimulationTime) -> Condition { timer { max(time, $0.now) } }

  private static func timer(_ end: @escaping @Sendable (SimulationExecutor) -> SimulationTime) -> Condition {
    Condition(take: { false }, register: { _, _ in }, leave: {}, delay: end)
  }
}

extension SimulationProcess {
  /// Is met when the process has ended.
  public var end: Condition {
    Condition(
      of: executor, take: { isFinished },
      register: { ticket, tag in executor.table.pointee.addEndWaiter(ticket, tag: tag, of: slot) },
      leave: {})
  }
}

extension ProcessSimulation {
  /// Waits for the first of several conditions; returns its place among them, or `nil` where the deadline came first.
  ///
  /// ```swift
  /// switch try await simulation.firstOf(bell.fired, repair.end, deadline: .seconds(5)) {
  /// case 0: print("the bell")
  /// case 1: print("the repair")
  /// default: print("neither in time")
  /// }
  /// ```
  ///
  /// Of conditions that are met already the first one counts, and the process does not wait. A unit of a resource that
  /// was won is held, and has to be released; the queues of the others are left.
  ///
  /// - Throws: `CancellationError` and other ends of a wait; then no unit is held.
  /// - Complexity: O(n) for n conditions.
  public nonisolated(nonsending) func firstOf(
    _ conditions: Condition..., deadline: SimulationDuration? = nil
  ) async throws -> Int? {
    try await firstOf(conditions, deadline: deadline)
  }

  /// As the other `firstOf`, for any number of conditions; where there is none, only the deadline ends the wait.
  public nonisolated(nonsending) func firstOf(
    _ conditions: [Condition], deadline: SimulationDuration? = nil
  ) async throws -> Int? {
    if let met = firstMet(of: conditions) { return met }
    let timer = firstTimer(of: conditions)
    let limit = deadline.map { executor.time(after: $0, for: "the deadline") }
    let end = [timer?.time, limit].compactMap(\.self).min()
    var winner: Int?
    var isQueued = false
    var isTimedOut = false
    defer {
      if isQueued, end != nil, !isTimedOut { executor.table.pointee.noteStaleTimer() }
      if isQueued { for (index, condition) in conditions.enumerated() where index != winner { condition.leave() } }
    }
    let table = executor.table
    let wait = try await executor.park(.severalThings) { ticket in
      isQueued = true
      for (index, condition) in conditions.enumerated() { condition.register(ticket, UInt32(index)) }
      if let end { table.pointee.schedule(.timeout, ticket, at: end) }
    }
    if wait.outcome == .granted {
      winner = Int(wait.value)
      return winner
    }
    isTimedOut = true
    // A condition that is met exactly at the deadline is met in time.
    return timer.flatMap { $0.time <= (limit ?? $0.time) ? $0.index : nil }
  }

  /// The first condition that is met already, which takes what there is.
  private func firstMet(of conditions: [Condition]) -> Int? {
    for condition in conditions {
      precondition(
        condition.executor == nil || condition.executor === executor,
        "at \(now.seconds) s a process waits for something of another simulation")
    }
    return conditions.firstIndex { $0.take() || ($0.delay.map { $0(executor) <= now } ?? false) }
  }

  /// The earliest of those that are times; the first one among equals.
  private func firstTimer(of conditions: [Condition]) -> (time: SimulationTime, index: Int)? {
    var timer: (time: SimulationTime, index: Int)?
    for (index, condition) in conditions.enumerated() {
      guard let time = condition.delay?(executor) else { continue }
      if timer.map({ time < $0.time }) ?? true { timer = (time, index) }
    }
    return timer
  }

  /// Waits until all conditions have been met, at once or one after another; false where the deadline came first.
  ///
  /// - Throws: `CancellationError` and other ends of a wait.
  /// - Precondition: Each of them stays met: signals that fire once, ends of processes, times.
  public nonisolated(nonsending) func allOf(
    _ conditions: Condition..., deadline: SimulationDuration? = nil
  ) async throws -> Bool {
    let limit = deadline.map { executor.time(after: $0, for: "the deadline") }
    // A delay counts from the beginning, not from when its turn comes.
    let conditions = conditions.map { condition in condition.delay.map { .at($0(executor)) } ?? condition }
    for fixed in conditions {
      let rest = limit.map { max($0, now) - now }
      guard try await firstOf([fixed], deadline: rest) != nil else { return false }
    }
    return true
  }
}
