/// A model in event style with its clock and its pending events.
///
/// A value: a copy is another world that goes its own way, and copies its memory when it is first run.
///
/// ```swift
/// var bank = Simulation(BankQueue(arrivals: streams.stream("arrivals")))
/// bank.run(until: SimulationTime(seconds: 3600))
/// var other = bank  // what if a second counter opened now?
/// other.model.open(counters: 2)
/// other.run(until: SimulationTime(seconds: 7200))
/// ```
@frozen
public struct Simulation<Model: SimulationModel> {
  /// Why a run ended.
  public enum End: Sendable, Hashable {
    /// No event is left.
    case exhausted
    /// The model called `stop`.
    case stopped
    /// All events up to and including the limit were handled.
    case timeLimit
    /// So many events were handled as were allowed.
    case eventLimit
    /// The condition of the run does not hold any more.
    case condition
    /// Someone asked for the end, from outside.
    case request
  }

  /// The state of the model, which may be changed between runs.
  public var model: Model
  @usableFromInline var storage: SchedulerStorage<Model.Event>

  /// Starts the model at time 0.
  ///
  /// - Parameters:
  ///   - model: Is asked to schedule its first events.
  ///   - eventList: How the pending events are kept, which changes the speed only. A copy keeps them in the same way; a
  ///     simulation that is read from a checkpoint chooses by itself.
  @inlinable
  public init(_ model: Model, eventList: EventListStructure = .automatic) {
    self.model = model
    storage = SchedulerStorage(Scheduler(eventList: eventList))
    self.model.start(in: &storage.scheduler)
  }

  /// The time of the last event, or the limit of the last run where that is later.
  @inlinable public var now: SimulationTime { storage.scheduler.now }
  /// How many events were handled so far.
  @inlinable public var eventCount: Int { storage.scheduler.eventCount }
  /// A hash over all events handled so far.
  @inlinable public var fingerprint: Fingerprint { storage.scheduler.fingerprint }
  /// How many events are still to come.
  @inlinable public var pendingCount: Int { storage.scheduler.pendingCount }

  /// Changes model and schedule from outside, between runs: to inject a fault, or to let an event happen.
  ///
  /// - Complexity: That of `body`; O(n) for n pending events where a copy of the simulation shares its memory.
  @inlinable
  public mutating func intervene<Result>(
    _ body: (inout Model, inout Scheduler<Model.Event>) throws -> Result
  ) rethrows -> Result {
    makeUnique()
    return try body(&model, &storage.scheduler)
  }

  @inlinable
  mutating func makeUnique() {
    if !isKnownUniquelyReferenced(&storage) { storage = storage.copy() }
  }
}

extension Simulation: Sendable where Model: Sendable, Model.Event: Sendable {}

/// The scheduler of a simulation, shared by its copies until one of them changes it.
@usableFromInline
final class SchedulerStorage<Event: BitwiseCopyable> {
  @usableFromInline var scheduler: Scheduler<Event>

  @inlinable
  init(_ scheduler: consuming Scheduler<Event>) {
    self.scheduler = scheduler
  }

  @inlinable
  func copy() -> SchedulerStorage { SchedulerStorage(scheduler.copy()) }
}

/// Shared only while nobody changes it: see `Simulation.makeUnique`.
extension SchedulerStorage: @unchecked Sendable where Event: Sendable {}
