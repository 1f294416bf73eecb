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
/// A process is started with `start`, and lives on its own; or it is a child task of one, by `async let` or a task
/// group. Both are deterministic, since all of them stay on one thread. An unstructured `Task` leaves the simulation and
/// ends the run with an error.
///
/// A process switch costs about four times an event of `Simulation`, and a wait of a child task twice as much again. A
/// suspended process takes about 1.5 KB.
public struct ProcessSimulation: Sendable {
  /// Why a run ended.
  public enum End: Sendable, Hashable {
    /// No event is left; processes may still wait for each other.
    case exhausted
    /// A condition held, or someone asked for it.
    case stopped
    /// All events up to and including the limit were handled.
    case timeLimit
    /// So many events were handled as were allowed.
    case eventLimit
  }

  @usableFromInline let executor: SimulationExecutor
  private let lifetime: SimulationLifetime

  /// Prepares a simulation whose processes run on the thread of the caller.
  public init() {
    executor = SimulationExecutor()
    lifetime = SimulationLifetime(executor)
  }

  /// The clock that the processes sleep on; it stands at 0 until they do.
  public var clock: SimulationClock { SimulationClock(executor: executor) }

  /// The current time.
  public var now: SimulationTime { executor.now }

  /// How many times the clock woke a process.
  public var eventCount: Int { executor.table.pointee.wakeCount }

  /// A hash over the time and order of all these wake-ups, and over who is woken in which order at one time.
  public var fingerprint: Fingerprint { executor.table.pointee.fingerprint }

  /// How many wake-ups, timers and deadlines stand in the event list, some of which may have lost their meaning.
  public var pendingCount: Int { executor.table.pointee.wakeUps.count }

  /// How many processes have been started and have not ended.
  public var processCount: Int { executor.table.pointee.liveCount }

  /// The process that calls; `nil` for a child task of one, and outside a run.
  public var current: SimulationProcess? {
    let slot = executor.knownSlot()
    guard slot != ProcessTable.none, executor.table.pointee.records[Int(slot)].isProcess else { return nil }
    return SimulationProcess(
      executor: executor, slot: slot, generation: executor.table.pointee.records[Int(slot)].generation)
  }

  /// Who waits for what: at most ten, then how many more there are.
  public var waiting: [String] { executor.waitingLines() }

  /// Starts a process at the current time; it begins after all that is ready now.
  ///
  /// May be called before a run, and by processes. A process that throws, other than by being cancelled, fails the run
  /// with `SimulationError.processFailed`.
  ///
  /// - Parameter name: For messages; 15 bytes of UTF-8 or less take no memory.
  /// - Precondition: Called on the thread of the simulation.
  @discardableResult
  public func start(_ name: String, _ body: @escaping @Sendable () async throws -> Void) -> SimulationProcess {
    precondition(executor.isCurrentThread, "process '\(name)' is started outside the thread of its simulation")
    return executor.start(name, -1, isRoot: false, body)
  }

  /// Starts one of many processes of a name: `start("customer", 17) { … }` is "customer 17" in messages, and makes no
  /// text for that.
  ///
  /// - Parameters:
  ///   - name: For messages; 15 bytes of UTF-8 or less take no memory.
  ///   - number: Stands behind the name; 0..<2³¹.
  @discardableResult
  public func start(
    _ name: String, _ number: Int, _ body: @escaping @Sendable () async throws -> Void
  ) -> SimulationProcess {
    precondition(executor.isCurrentThread, "process '\(name)' is started outside the thread of its simulation")
    precondition(
      number >= 0 && number <= Int32.max, "the number of process '\(name)' is \(number); it must be 0..<2^31")
    return executor.start(name, Int32(number), isRoot: false, body)
  }

  /// Calls `observer` at each step of each process from now on; `nil` ends that.
  ///
  /// For traces: it costs a text a step. Without an observer it costs one predictable branch.
  public func observe(_ observer: ((ProcessEvent) -> Void)?) { executor.observer = observer }
}

/// Unwinds what still waits when nobody has the simulation any more.
private final class SimulationLifetime: @unchecked Sendable {
  private let executor: SimulationExecutor

  init(_ executor: SimulationExecutor) {
    self.executor = executor
  }

  deinit {
    // A model that holds a signal or a resource of its simulation would keep both in memory.
    defer { executor.dropModels() }
    guard executor.isCurrentThread, !executor.table.pointee.isRunning, executor.table.pointee.liveCount > 0 else {
      return
    }
    executor.table.pointee.isRunning = true
    executor.unwind()
    executor.table.pointee.isRunning = false
  }
}

extension SimulationExecutor {
  func start(
    _ name: String, _ number: Int32, isRoot: Bool, _ body: @escaping @Sendable () async throws -> Void
  ) -> SimulationProcess {
    let slot = table.pointee.takeSlot()
    let record = table.pointee.records + Int(slot)
    record.pointee.name = name
    record.pointee.number = number
    record.pointee.state = .running
    record.pointee.isProcess = true
    table.pointee.liveCount += 1
    let process = SimulationProcess(executor: self, slot: slot, generation: record.pointee.generation)
    table.pointee.starting = slot
    let task = Task(executorPreference: self) { [self] in
      if observer != nil { note(slot, .started) }
      do {
        if !table.pointee.isUnwinding { try await body() }
        end(slot, isRoot)
      } catch {
        if !(error is CancellationError) { fail(slot, error) }
        end(slot, isRoot)
      }
    }
    table.pointee.setTask(unsafeBitCast(task, to: UInt.self), of: slot)
    return process
  }

  /// Forgets a process that has ended, and wakes who waited for that.
  private func end(_ slot: UInt32, _ isRoot: Bool) {
    // On another thread the record may be in use; the run has ended with `escaped` or will.
    guard isCurrentThread else { return }
    if isRoot { table.pointee.attention = true }
    if observer != nil { note(slot, .ended) }
    table.pointee.liveCount -= 1
    if !table.pointee.endWaiters.isEmpty, let waiters = table.pointee.endWaiters.removeValue(forKey: slot) {
      for waiter in waiters { table.pointee.wake(waiter.ticket, value: waiter.tag) }
    }
    table.pointee.freeSlot(slot)
  }

  /// Ends the run because a process threw.
  private func fail(_ slot: UInt32, _ error: any Error) {
    guard isCurrentThread else { return }
    // What a process makes of the end of a run is no failure of it.
    guard table.pointee.failure == nil, !table.pointee.isUnwinding else { return }
    table.pointee.attention = true
    table.pointee.failure = .processFailed(name: label(of: slot), at: now, underlying: "\(error)")
  }
}
