/// The clock of a simulation in process style.
///
/// It is a `Clock` over `Swift.Duration`, as `ContinuousClock` is: code that is generic over such a clock runs in
/// simulated time and in the world outside without a change.
///
/// ```swift
/// func brew(_ clock: some Clock<Duration>) async throws {
///   try await clock.sleep(for: .seconds(180))
/// }
/// ```
public struct SimulationClock: Clock {
  let executor: SimulationExecutor

  public var now: SimulationTime { executor.now }

  /// Times are `Double`; this is their spacing within the first hundred days.
  public var minimumResolution: Duration { .nanoseconds(1) }

  /// Suspends the process until a time; for a time that is past, until all that is ready now has run.
  ///
  /// The tolerance is not used: a simulated process wakes exactly then.
  ///
  /// - Throws: `CancellationError`, at the simulated time at which the process is cancelled.
  /// - Precondition: The caller is a process of this simulation.
  public func sleep(until deadline: SimulationTime, tolerance: Duration? = nil) async throws {
    try await sleep(until: deadline, rank: .normal)
  }

  /// Suspends the process until a time, waking before or after others of that time as the rank says.
  public func sleep(until deadline: SimulationTime, rank: EventRank) async throws {
    try await executor.park(reason: "a time") { ticket in
      executor.scheduleWakeUp(of: ticket, at: deadline, rank: rank)
    }
  }

  /// Suspends the process for a length of simulated time.
  public func sleep(for duration: SimulationDuration) async throws {
    try await sleep(until: executor.now + duration, rank: .normal)
  }
}

extension SimulationExecutor {
  /// Suspends the calling process until someone wakes it; `arrange` sees to it that someone will.
  ///
  /// - Throws: `CancellationError`.
  func park(reason: String, _ arrange: (ParkingLot.Ticket) -> Void) async throws {
    precondition(
      isCurrentThread && isRunning,
      "a process of another simulation, or code outside any, waits in this simulation at \(now.seconds) s")
    try Task.checkCancellation()
    let ticket = parkingLot.reserve()
    try await withTaskCancellationHandler {
      try await withUnsafeThrowingContinuation { continuation in
        arrange(ticket)
        parkingLot.park(continuation, with: ticket, reason: reason)
      }
    } onCancel: {
      parkingLot.cancel(ticket)
    }
  }
}
