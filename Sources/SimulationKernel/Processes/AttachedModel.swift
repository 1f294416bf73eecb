/// A model in event style that shares clock and order of events with the processes of a simulation.
///
/// ```swift
/// let traffic = simulation.attach(Traffic())
/// try simulation.run {
///   traffic.schedule(.breakdown, after: .seconds(30))
///   try await clock.sleep(for: .seconds(60))
///   return traffic.model.jams
/// }
/// ```
///
/// Its events and the wake-ups of the processes are numbered together, so that their order is one: time, rank, serial.
/// What is ready runs before the next event of either kind. The model may hold stores, signals or resources of the
/// simulation and so wake processes.
///
/// It belongs to one simulation, on one thread; that is what `@unchecked Sendable` stands for.
public final class AttachedModel<Model: SimulationModel>: @unchecked Sendable {
  /// The state of the model, for processes to read and to change, and for anyone when the simulation has gone.
  public var model: Model
  @usableFromInline var scheduler = Scheduler<Model.Event>()
  // The simulation holds its models; holding it in turn would keep both in memory for ever.
  @usableFromInline unowned let executor: SimulationExecutor
  @usableFromInline var isAttached = true

  @inlinable
  init(_ model: Model, _ executor: SimulationExecutor) {
    self.model = model
    self.executor = executor
    intervene { $0.start(in: &$1) }
  }

  /// How many events are still to come.
  @inlinable public var pendingCount: Int { scheduler.pendingCount }
  /// How many events of the model were handled so far.
  @inlinable public var eventCount: Int { scheduler.eventCount }

  /// Schedules an event of the model a duration from now.
  ///
  /// - Precondition: `delay` is finite and at least 0; called by a process of the simulation or between runs.
  /// - Complexity: As of ``Scheduler/schedule(_:after:rank:)``.
  @inlinable
  public func schedule(_ event: Model.Event, after delay: SimulationDuration, rank: EventRank = .normal) {
    intervene { $1.schedule(event, after: delay, rank: rank) }
  }

  /// Changes model and schedule, by a process of the simulation or between runs.
  ///
  /// A stop that `body` asks for has no effect: only an event of the model ends a run.
  ///
  /// - Precondition: On the thread of the simulation, which is still there.
  @inlinable
  public func intervene<Result>(
    _ body: (inout Model, inout Scheduler<Model.Event>) throws -> Result
  ) rethrows -> Result {
    precondition(isAttached, "an attached model is used after its simulation has gone; only its state is left")
    scheduler.events.nextSerial = executor.beginIntervention()
    scheduler.currentTime = executor.now
    defer { executor.endIntervention(nextSerial: scheduler.events.nextSerial) }
    return try body(&model, &scheduler)
  }

  /// Moves the clock to the next event and handles it; true when the model asked for the end of the run.
  @inlinable
  func handleNext() -> Bool {
    guard let record = scheduler.events.popFirst(before: .max) else { return false }
    executor.advance(to: SimulationTime(unchecked: record.seconds), order: record.order)
    intervene { model, scheduler in
      scheduler.advance(to: record)
      scheduler.stopRequested = false
      model.handle(record.event, in: &scheduler)
    }
    return scheduler.stopRequested
  }

  @inlinable
  func detach() { isAttached = false }
}

/// An attached model, of whatever type, as the run loop sees it.
///
/// Closures, and no protocol: they are made where the model's type is known, and so compiled for it.
@usableFromInline
struct AttachedEvents {
  /// The key of the next event.
  let nextKey: () -> UInt128?
  /// Moves the clock to the next event and handles it; true when the model asked for the end of the run.
  let handleNext: () -> Bool
  /// The simulation goes out of memory.
  let detach: () -> Void

  @usableFromInline
  init(nextKey: @escaping () -> UInt128?, handleNext: @escaping () -> Bool, detach: @escaping () -> Void) {
    self.nextKey = nextKey
    self.handleNext = handleNext
    self.detach = detach
  }
}

extension SimulationExecutor {
  /// The serial that the next event of a model gets.
  @usableFromInline
  func beginIntervention() -> UInt64 {
    precondition(isCurrentThread, "an attached model is used outside the thread of its simulation")
    return table.pointee.wakeUps.nextSerial
  }

  @usableFromInline
  func endIntervention(nextSerial: UInt64) {
    table.pointee.wakeUps.nextSerial = max(table.pointee.wakeUps.nextSerial, nextSerial)
  }

  /// Counts an event of a model, at whose time the clock stands from now on.
  @usableFromInline
  func advance(to time: SimulationTime, order: UInt64) {
    table.pointee.now = time
    table.pointee.wakeCount += 1
    table.pointee.fingerprint.mix(time: time, order: order)
  }

  @usableFromInline
  func attach(_ events: AttachedEvents) { models.append(events) }
}

extension ProcessSimulation {
  /// Adds a model in event style; its `start` schedules its first events from the current time on.
  ///
  /// - Returns: What processes see of the model.
  /// - Precondition: Called on the thread of the simulation.
  /// - Complexity: Every event of the run looks at every attached model; meant for a few.
  @inlinable
  public func attach<Model: SimulationModel>(_ model: Model) -> AttachedModel<Model> {
    let attached = AttachedModel(model, executor)
    executor.attach(
      AttachedEvents(
        nextKey: { attached.scheduler.events.firstKey }, handleNext: { attached.handleNext() },
        detach: { attached.detach() }))
    return attached
  }
}
