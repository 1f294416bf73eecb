/// A model in event style with its clock and its pending events.
///
/// A value: a copy is another world that goes its own way.
///
/// ```swift
/// var bank = Simulation(BankQueue(arrivals: streams.stream("arrivals")))
/// bank.run(until: SimulationTime(seconds: 3600))
/// print(bank.model.meanWait)
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
  }

  public var model: Model
  /// The clock and the pending events; events may also be scheduled from outside, between runs.
  public var scheduler: Scheduler<Model.Event>

  /// Starts the model at time 0.
  @inlinable
  public init(_ model: Model) {
    self.model = model
    scheduler = Scheduler()
    self.model.start(in: &scheduler)
  }

  /// The time of the last event, or the limit of the last run where that is later.
  @inlinable public var now: SimulationTime { scheduler.now }

  /// Handles events in their order until a limit is met; a further call goes on from there.
  ///
  /// Events at exactly `limit` are handled. Where the limit ends the run, the clock stands at the limit.
  ///
  /// - Parameters:
  ///   - limit: The last moment of the run.
  ///   - maximumEvents: The most events to handle in this call.
  /// - Precondition: `limit` is not in the past.
  /// - Complexity: O(log n) an event, for n pending ones.
  @inlinable
  @discardableResult
  public mutating func run(until limit: SimulationTime? = nil, maximumEvents: Int = .max) -> End {
    if let limit {
      precondition(limit >= now, "at \(now.seconds) s: a run until \(limit.seconds) s is asked for, which is past")
    }
    scheduler.stopRequested = false
    let lastTime = limit?.seconds.bitPattern ?? UInt64.max
    var handled = 0
    while let next = scheduler.events.nextTimeBits {
      if next > lastTime {
        scheduler.currentTime = SimulationTime(seconds: Double(bitPattern: lastTime))
        return .timeLimit
      }
      if handled == maximumEvents { return .eventLimit }
      guard let event = scheduler.advance() else { break }
      model.handle(event, in: &scheduler)
      handled += 1
      if scheduler.stopRequested { return .stopped }
    }
    if let limit, scheduler.now < limit { scheduler.currentTime = limit }
    return .exhausted
  }
}

extension Simulation: Sendable where Model: Sendable, Model.Event: Sendable {}
