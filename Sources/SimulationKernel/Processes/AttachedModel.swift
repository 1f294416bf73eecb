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
  private var scheduler = Scheduler<Model.Event>()
  private let table: UnsafeMutablePointer<ProcessTable>
  // The simulation holds its models; holding it in turn would keep both in memory for ever.
  private unowned let executor: SimulationExecutor
  private var isAttached = true

  init(_ model: Model, _ executor: SimulationExecutor) {
    self.model = model
    self.executor = executor
    table = executor.table
    intervene { $0.start(in: &$1) }
  }

  /// How many events are still to come.
  public var pendingCount: Int { scheduler.pendingCount }
  /// How many events of the model were handled so far.
  public var eventCount: Int { scheduler.eventCount }

  /// Schedules an event of the model a duration from now.
  ///
  /// - Precondition: `delay` is finite and at least 0; called by a process of the simulation or between runs.
  /// - Complexity: As of ``Scheduler/schedule(_:after:rank:)``.
  public func schedule(_ event: Model.Event, after delay: SimulationDuration, rank: EventRank = .normal) {
    intervene { $1.schedule(event, after: delay, rank: rank) }
  }

  /// Changes model and schedule, by a process of the simulation or between runs.
  ///
  /// A stop that `body` asks for has no effect: only an event of the model ends a run.
  ///
  /// - Precondition: On the thread of the simulation, which is still there.
  public func intervene<Result>(
    _ body: (inout Model, inout Scheduler<Model.Event>) throws -> Result
  ) rethrows -> Result {
    precondition(isAttached, "an attached model is used after its simulation has gone; only its state is left")
    precondition(executor.isCurrentThread, "an attached model is used outside the thread of its simulation")
    scheduler.currentTime = table.pointee.now
    scheduler.events.nextSerial = table.pointee.wakeUps.nextSerial
    defer { table.pointee.wakeUps.nextSerial = max(table.pointee.wakeUps.nextSerial, scheduler.events.nextSerial) }
    return try body(&model, &scheduler)
  }
}

/// The pending events of an attached model, of whatever type.
protocol AttachedEvents: AnyObject {
  /// The key of the next event.
  var nextKey: UInt128? { get }
  /// Its time, as a bit pattern.
  var nextTime: UInt64 { get }
  /// Moves the clock to the next event and handles it; true when the model asked for the end of the run.
  func handleNext(in table: UnsafeMutablePointer<ProcessTable>) -> Bool
  /// The simulation goes out of memory.
  func detach()
}

extension AttachedModel: AttachedEvents {
  func detach() { isAttached = false }

  var nextKey: UInt128? { scheduler.events.firstKey }
  var nextTime: UInt64 { scheduler.events.first?.time.seconds.bitPattern ?? .max }

  func handleNext(in table: UnsafeMutablePointer<ProcessTable>) -> Bool {
    guard let record = scheduler.events.popFirst(before: .max) else { return false }
    table.pointee.now = SimulationTime(unchecked: record.seconds)
    table.pointee.wakeCount += 1
    table.pointee.fingerprint.mix(time: table.pointee.now, order: record.order)
    intervene { model, scheduler in
      scheduler.advance(to: record)
      scheduler.stopRequested = false
      model.handle(record.event, in: &scheduler)
    }
    return scheduler.stopRequested
  }
}

extension ProcessSimulation {
  /// Adds a model in event style; its `start` schedules its first events from the current time on.
  ///
  /// - Returns: What processes see of the model.
  /// - Precondition: Called on the thread of the simulation.
  /// - Complexity: Every event of the run looks at every attached model; meant for a few.
  public func attach<Model: SimulationModel>(_ model: Model) -> AttachedModel<Model> {
    let attached = AttachedModel(model, executor)
    executor.models.append(attached)
    return attached
  }
}
