extension ProcessSimulation {
  /// Runs a process, and all that it starts, to its end; returns what it returns.
  ///
  /// Processes that were started and still wait when it ends are woken with `CancellationError`, so that nothing of the
  /// run stays in memory; an error that they make of that is dropped. The call blocks its thread for as long as the run takes. It may stand inside a task of another
  /// executor.
  ///
  /// - Throws: What the process throws; `SimulationError` when it can never end, or when a started process fails.
  /// - Precondition: Called on the thread that made the simulation, and not by one of its own processes.
  public func run<Result: Sendable>(
    _ process: @escaping @Sendable () async throws -> Result
  ) throws -> Result {
    let outcome = OutcomeBox<Result>()
    return try guarded {
      _ = executor.start("root", -1, isRoot: true) {
        do { outcome.result = .success(try await process()) } catch { outcome.result = .failure(error) }
      }
      let end = executor.run(RunLimits())
      let error = error(after: end, mayWait: outcome.result != nil)
      let unending = executor.unwind()
      if let error = error ?? unending { throw error }
      guard let result = outcome.result else { throw SimulationError.escaped(at: now) }
      return try result.get()
    }
  }

  /// Runs the started processes until a limit is met; a further call goes on from there.
  ///
  /// Events at exactly `time` are handled. Where the limit ends the run, or nothing is left before it, the clock stands
  /// at the limit. Processes that wait stay as they are; `end` unwinds them.
  ///
  /// - Parameters:
  ///   - time: The last moment of the run; `nil` for none.
  ///   - maximumEvents: The most wake-ups to handle in this call, at least 0.
  ///   - stop: Looked at every 1,024 events, and every 1,024 steps within one time; any thread may utter it.
  ///   - condition: Asked after every event; true ends the run.
  /// - Returns: Why the run ended.
  /// - Throws: `SimulationError.processFailed`, `.doesNotEnd`, `.escaped`; all unwind the run.
  /// - Precondition: `time` is not in the past; as for `run` otherwise.
  @discardableResult
  public func run(
    until time: SimulationTime?, maximumEvents: Int = .max, stop: StopRequest? = nil,
    condition: (() -> Bool)? = nil
  ) throws -> End {
    if let time {
      precondition(time >= now, "at \(now.seconds) s: a run until \(time.seconds) s is asked for, which is past")
    }
    precondition(maximumEvents >= 0, "a run of at most \(maximumEvents) events is asked for; it must be at least 0")
    return try guarded {
      let end = executor.run(RunLimits(time: time, events: maximumEvents, stop: stop, condition: condition))
      if let error = error(after: end, mayWait: true) {
        executor.unwind()
        throw error
      }
      if let time, end == .timeLimit || end == .exhausted { executor.table.pointee.now = time }
      return end
    }
  }

  /// Wakes all processes that wait with `CancellationError`, so that nothing of them stays in memory.
  ///
  /// To be called when a simulation that ran to a limit is not run further. A process that goes on in spite of the error
  /// cannot wait: each wait throws again. One that takes no notice of that for ever is given up, stays in memory, and
  /// still counts in `processCount`.
  ///
  /// - Precondition: Called on the thread of the simulation, and not by one of its processes.
  public func end() {
    precondition(executor.isCurrentThread, "a simulation is ended on another thread than that which made it")
    precondition(!executor.table.pointee.isRunning, "a process ends its own simulation at \(now.seconds) s")
    executor.table.pointee.isRunning = true
    executor.unwind()
    executor.table.pointee.isRunning = false
  }

  private func guarded<Result>(_ body: () throws -> Result) throws -> Result {
    precondition(executor.isCurrentThread, "a simulation runs on the thread that made it")
    precondition(!executor.table.pointee.isRunning, "a process runs its own simulation at \(now.seconds) s")
    executor.table.pointee.isRunning = true
    defer { executor.table.pointee.isRunning = false }
    return try body()
  }

  /// What went wrong in a run that ended so.
  ///
  /// - Parameter mayWait: Whether the run has a result although processes wait.
  private func error(after end: End, mayWait: Bool) -> SimulationError? {
    if let failure = executor.table.pointee.failure {
      executor.table.pointee.failure = nil
      return failure
    }
    if executor.hasStrays { return .escaped(at: now) }
    if !mayWait, end == .stopped { return .stopped(at: now) }
    if mayWait, end != .exhausted || processCount == 0 { return nil }
    let waiting = executor.waitingLines()
    if mayWait, !waiting.isEmpty { return nil }
    return waiting.isEmpty ? .escaped(at: now) : .deadlock(at: now, waiting: waiting)
  }
}

/// Carries the root process's result out of its task; written by the simulation's thread only.
private final class OutcomeBox<Result: Sendable>: @unchecked Sendable {
  var result: Swift.Result<Result, any Error>?
}
