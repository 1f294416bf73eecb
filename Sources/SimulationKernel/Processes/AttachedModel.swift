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
  // Behind a pointer: as properties of a class each access would be checked for exclusivity.
  @usableFromInline let state: UnsafeMutablePointer<State>
  // The simulation holds its models; holding it in turn would keep both in memory for ever. `isAttached` says whether
  // it is still there.
  @usableFromInline unowned(unsafe) let executor: SimulationExecutor
  @usableFromInline let table: UnsafeMutablePointer<ProcessTable>
  @usableFromInline let place: Int
  @usableFromInline var isAttached = true

  @usableFromInline
  struct State: ~Copyable {
    @usableFromInline var model: Model
    @usableFromInline var scheduler = Scheduler<Model.Event>()

    @inlinable
    init(_ model: Model) { self.model = model }
  }

  @inlinable
  init(_ model: Model, _ executor: SimulationExecutor) {
    state = .allocate(capacity: 1)
    state.initialize(to: State(model))
    self.executor = executor
    table = executor.table
    place = table.pointee.attachModel()
    intervene { $0.start(in: &$1) }
  }

  @inlinable
  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  /// The state of the model, for processes to read and to change, and for anyone when the simulation has gone.
  @inlinable public var model: Model {
    get { state.pointee.model }
    _modify { yield &state.pointee.model }
  }

  /// How many events are still to come.
  @inlinable public var pendingCount: Int { state.pointee.scheduler.pendingCount }
  /// How many events of the model were handled so far.
  @inlinable public var eventCount: Int { state.pointee.scheduler.eventCount }

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
  /// - Precondition: On the thread of the simulation, which is still there; not called by the model itself.
  @inlinable
  public func intervene<Result>(
    _ body: (inout Model, inout Scheduler<Model.Event>) throws -> Result
  ) rethrows -> Result {
    precondition(isAttached, "an attached model is used after its simulation has gone; only its state is left")
    executor.checkThread()
    let state = state
    state.pointee.scheduler.events.nextSerial = table.pointee.nextSerial
    state.pointee.scheduler.currentTime = table.pointee.now
    defer { note() }
    return try body(&state.pointee.model, &state.pointee.scheduler)
  }

  /// Tells the run loop when the next event is, and the simulation which serials were taken.
  @inlinable
  @inline(__always)
  func note() {
    table.pointee.note(
      nextKey: state.pointee.scheduler.events.firstKey ?? .max, of: place,
      nextSerial: state.pointee.scheduler.events.nextSerial)
  }

  /// Moves the clock to the next event and handles it; true when the model asked for the end of the run.
  @inlinable
  func handleNext() -> Bool {
    let state = state
    guard let record = state.pointee.scheduler.events.popFirst(before: .max) else { return false }
    table.pointee.advance(to: SimulationTime(unchecked: record.seconds), order: record.order)
    state.pointee.scheduler.events.nextSerial = table.pointee.nextSerial
    state.pointee.scheduler.advance(to: record)
    state.pointee.scheduler.stopRequested = false
    state.pointee.model.handle(record.event, in: &state.pointee.scheduler)
    note()
    return state.pointee.scheduler.stopRequested
  }
}

/// An attached model, of whatever type, as the run loop sees it.
///
/// Closures, and no protocol: they are made where the model's type is known, and so compiled for it.
@usableFromInline
final class AttachedEvents {
  /// Moves the clock to the next event and handles it; true when the model asked for the end of the run.
  let handleNext: () -> Bool
  /// Nobody has the simulation any more.
  let detach: () -> Void

  @usableFromInline
  init(handleNext: @escaping () -> Bool, detach: @escaping () -> Void) {
    self.handleNext = handleNext
    self.detach = detach
  }
}

extension ProcessTable {
  /// The serial that the next event of a model gets.
  @usableFromInline var nextSerial: UInt64 {
    // Else the whole table would be copied for whoever reads it from outside this module.
    mutating get { wakeUps.nextSerial }
  }

  @usableFromInline
  mutating func note(nextKey: UInt128, of place: Int, nextSerial: UInt64) {
    modelKeys[place] = nextKey
    wakeUps.nextSerial = max(wakeUps.nextSerial, nextSerial)
  }

  /// Counts an event of a model, at whose time the clock stands from now on.
  @usableFromInline
  mutating func advance(to time: SimulationTime, order: UInt64) {
    now = time
    wakeCount += 1
    fingerprint.mix(time: time, order: order)
  }

  /// Makes room for a model; returns its place among all.
  @usableFromInline
  mutating func attachModel() -> Int {
    modelKeys.append(.max)
    return modelKeys.count - 1
  }
}

extension SimulationExecutor {
  @usableFromInline
  func checkThread() {
    precondition(isCurrentThread, "an attached model is used outside the thread of its simulation")
  }

  @usableFromInline
  func hold(_ events: AttachedEvents, at place: Int) {
    // A model may attach others when it starts.
    while models.count <= place { models.append(.passRetained(events)) }
    let held = models[place]
    models[place] = .passRetained(events)
    held.release()
  }
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
    executor.hold(
      AttachedEvents(handleNext: { attached.handleNext() }, detach: { attached.isAttached = false }),
      at: attached.place)
    return attached
  }
}
