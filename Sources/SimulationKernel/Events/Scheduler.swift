/// What a model sees of its simulation: the time, and the means to schedule.
@frozen
public struct Scheduler<Event: BitwiseCopyable> {
  @usableFromInline var currentTime = SimulationTime.zero
  @usableFromInline var handled = 0
  @usableFromInline var hash = Fingerprint()
  @usableFromInline var stopRequested = false
  @usableFromInline var events = EventList<Event>()

  @inlinable
  public init() {}

  /// The time of the event at hand.
  @inlinable public var now: SimulationTime { currentTime }
  /// How many events were handled so far.
  @inlinable public var eventCount: Int { handled }
  /// A hash over all events handled so far.
  @inlinable public var fingerprint: Fingerprint { hash }

  /// How many events are still to come.
  @inlinable public var pendingCount: Int { events.count }

  /// Schedules an event a duration from now.
  ///
  /// - Precondition: `delay` is finite and at least 0.
  /// - Complexity: O(log n).
  @inlinable
  public mutating func schedule(_ event: Event, after delay: SimulationDuration, rank: EventRank = .normal) {
    precondition(
      delay.seconds >= 0 && delay.seconds.isFinite,
      "at \(now.seconds) s: the delay of an event is \(delay.seconds) s; it must be finite and at least 0")
    events.insert(event, at: now + delay, rank: rank)
  }

  /// Schedules an event at a time.
  ///
  /// - Precondition: `time` is not in the past.
  /// - Complexity: O(log n).
  @inlinable
  public mutating func schedule(_ event: Event, at time: SimulationTime, rank: EventRank = .normal) {
    precondition(time >= now, "at \(now.seconds) s: an event is scheduled for \(time.seconds) s, which is past")
    events.insert(event, at: time, rank: rank)
  }

  /// Ends the run after the event at hand; it can be continued.
  @inlinable
  public mutating func stop() { stopRequested = true }

  /// Takes the earliest event and moves the clock to it.
  @inlinable
  mutating func advance() -> Event? {
    guard let pending = events.popFirst() else { return nil }
    currentTime = pending.time
    handled += 1
    hash.mix(time: pending.time, order: pending.order)
    return pending.event
  }
}

extension Scheduler: Sendable where Event: Sendable {}
