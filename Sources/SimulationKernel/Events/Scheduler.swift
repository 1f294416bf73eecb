/// What a model sees of its simulation: the time, and the means to schedule.
///
/// It belongs to its simulation and cannot be copied; a copy of the simulation has its own.
@frozen
public struct Scheduler<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline var currentTime = SimulationTime.zero
  @usableFromInline var handled = 0
  @usableFromInline var hash = Fingerprint()
  @usableFromInline var stopRequested = false
  @usableFromInline var events: EventList<Event>

  @inlinable
  init(eventList: EventListStructure = .automatic) {
    events = EventList(structure: eventList)
  }

  /// The time of the event at hand.
  @inlinable public var now: SimulationTime { currentTime }
  /// How many events were handled so far, the one at hand included.
  @inlinable public var eventCount: Int { handled }
  /// A hash over all events handled so far.
  @inlinable public var fingerprint: Fingerprint { hash }
  /// How many events are still to come.
  @inlinable public var pendingCount: Int { events.count }

  /// Schedules an event a duration from now.
  ///
  /// - Precondition: `delay` is finite and at least 0.
  /// - Complexity: O(1) amortised; O(log n) while few events are pending.
  @inlinable
  public mutating func schedule(_ event: Event, after delay: SimulationDuration, rank: EventRank = .normal) {
    events.insert(event, at: time(after: delay), rank: rank)
  }

  /// Schedules an event at a time.
  ///
  /// - Precondition: `time` is not in the past.
  /// - Complexity: O(1) amortised; O(log n) while few events are pending.
  @inlinable
  public mutating func schedule(_ event: Event, at time: SimulationTime, rank: EventRank = .normal) {
    checkNotPast(time)
    events.insert(event, at: time, rank: rank)
  }

  /// Schedules an event that may be cancelled or moved, a duration from now.
  ///
  /// It costs a hash table's entry more than an ordinary event, for as long as it is pending.
  ///
  /// - Returns: What ``cancel(_:)`` and ``reschedule(_:after:)`` name it by.
  /// - Precondition: `delay` is finite and at least 0.
  /// - Complexity: O(1) amortised; O(log n) while few events are pending.
  @inlinable
  public mutating func scheduleCancellable(
    _ event: Event, after delay: SimulationDuration, rank: EventRank = .normal
  ) -> EventHandle {
    events.insertCancellable(event, at: time(after: delay), rank: rank)
  }

  /// Schedules an event that may be cancelled or moved, at a time.
  ///
  /// - Precondition: `time` is not in the past.
  /// - Complexity: O(1) amortised; O(log n) while few events are pending.
  @inlinable
  public mutating func scheduleCancellable(
    _ event: Event, at time: SimulationTime, rank: EventRank = .normal
  ) -> EventHandle {
    checkNotPast(time)
    return events.insertCancellable(event, at: time, rank: rank)
  }

  /// Takes a pending event back.
  ///
  /// - Returns: Whether it was still pending.
  /// - Complexity: O(1) amortised.
  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool { events.cancel(handle) }

  /// Moves a pending event to another time, behind all those of that time and its rank, as if it were scheduled anew.
  ///
  /// - Parameters:
  ///   - handle: Names the event; afterwards, the event at its new time.
  ///   - delay: From now.
  /// - Returns: Whether it was still pending; otherwise nothing is scheduled.
  /// - Precondition: `delay` is finite and at least 0.
  /// - Complexity: O(1) amortised; O(log n) while few events are pending.
  @inlinable
  @discardableResult
  public mutating func reschedule(_ handle: inout EventHandle, after delay: SimulationDuration) -> Bool {
    events.reschedule(&handle, at: time(after: delay))
  }

  /// Moves a pending event to a time; see ``reschedule(_:after:)``.
  ///
  /// - Precondition: `time` is not in the past.
  @inlinable
  @discardableResult
  public mutating func reschedule(_ handle: inout EventHandle, at time: SimulationTime) -> Bool {
    checkNotPast(time)
    return events.reschedule(&handle, at: time)
  }

  /// Whether an event is still to come.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func isPending(_ handle: EventHandle) -> Bool { events.isPending(handle) }

  /// Ends the run after the event at hand; it can be continued.
  @inlinable
  public mutating func stop() { stopRequested = true }

  @inlinable
  func time(after delay: SimulationDuration) -> SimulationTime {
    let seconds = currentTime.seconds + delay.seconds
    // One comparison each: NaN fails the first, an infinite sum the second.
    guard delay.seconds >= 0, seconds < .infinity else { refuse(delay) }
    return SimulationTime(unchecked: seconds)
  }

  @inlinable
  func checkNotPast(_ time: SimulationTime) {
    precondition(time >= now, "at \(now.seconds) s: an event is scheduled for \(time.seconds) s, which is past")
  }

  @inlinable
  @inline(never)
  func refuse(_ delay: SimulationDuration) -> Never {
    preconditionFailure(
      delay.seconds >= 0 && delay.seconds.isFinite
        ? "at \(now.seconds) s: a delay of \(delay.seconds) s leads beyond all finite times"
        : "at \(now.seconds) s: the delay of an event is \(delay.seconds) s; it must be finite and at least 0")
  }

  /// Moves the clock to an event that was taken from the list.
  @inlinable
  mutating func advance(to record: EventRecord<Event>) {
    currentTime = SimulationTime(unchecked: record.seconds)
    handled &+= 1
    hash.mix(time: currentTime, order: record.order)
  }

  /// Returns a scheduler of its own in the same state.
  @inlinable
  func copy() -> Scheduler {
    var other = Scheduler()
    other.currentTime = currentTime
    other.handled = handled
    other.hash = hash
    other.stopRequested = stopRequested
    other.events = events.copy()
    return other
  }
}

extension Scheduler: Sendable where Event: Sendable {}
