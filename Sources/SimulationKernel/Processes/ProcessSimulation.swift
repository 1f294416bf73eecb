/// A simulation in process style: processes are ordinary `async` functions that sleep on a simulated clock.
///
/// ```swift
/// let simulation = ProcessSimulation()
/// let clock = simulation.clock
/// let end = try simulation.run {
///   async let tea: Void = clock.sleep(for: .seconds(180))
///   try await clock.sleep(for: .seconds(60))
///   try await tea
///   return clock.now
/// }
/// // end is 180 s, after a few microseconds
/// ```
///
/// Within a run, `async let` and task groups are deterministic, since all child tasks stay on one thread (see
/// `SimulationExecutor`). An unstructured `Task` leaves the simulation and ends the run with an error. A process
/// switch costs about ten times an event of `Simulation`: use this style for what is easiest told as a story.
public struct ProcessSimulation: Sendable {
  let executor = SimulationExecutor()

  /// Prepares a simulation whose processes run on the thread of the caller.
  public init() {}

  /// The clock that the processes sleep on; it stands at 0 until they do.
  public var clock: SimulationClock { SimulationClock(executor: executor) }

  /// How many times a process was woken.
  public var eventCount: Int { executor.wakeCount }

  /// A hash over the time and order of all wake-ups.
  public var fingerprint: Fingerprint { executor.fingerprint }

  /// Runs a process, and all that it starts, to its end; returns what it returns.
  ///
  /// The call blocks its thread, for as long as the run takes. It may stand inside a task of another executor.
  ///
  /// - Throws: What the process throws; `SimulationError` when it can never end.
  /// - Precondition: Called on the thread that made the simulation, and not by one of its own processes.
  public func run<Result: Sendable>(
    _ process: @escaping @Sendable () async throws -> Result
  ) throws -> Result {
    precondition(executor.isCurrentThread, "a simulation runs on the thread that made it")
    precondition(!executor.isRunning, "a process runs its own simulation at \(executor.now.seconds) s")
    let outcome = OutcomeBox<Result>()
    let root = Task(executorPreference: executor) {
      do { outcome.result = .success(try await process()) } catch { outcome.result = .failure(error) }
    }
    executor.run { outcome.result != nil }
    if let result = outcome.result { return try result.get() }

    let waiting = executor.parkingLot.waiting
    let error: SimulationError =
      executor.hasStrays || waiting.isEmpty
      ? .escaped(at: executor.now) : .deadlock(at: executor.now, waiting: waiting)
    // Whoever waits is woken with an error and unwinds, so that nothing of the run stays behind in memory.
    root.cancel()
    executor.run { outcome.result != nil }
    throw error
  }
}

/// Carries the root process's result out of its task; written by the simulation's thread only.
private final class OutcomeBox<Result: Sendable>: @unchecked Sendable {
  var result: Swift.Result<Result, any Error>?
}
