// Cancelling in O(1): the event stays where it is and is dropped when its turn comes, or when such events are the
// majority, all at once.
extension EventList {
  /// Adds an event that may be cancelled or moved.
  ///
  /// - Complexity: As of ``insert(_:at:rank:)``, and one entry in a hash table.
  @inlinable
  public mutating func insertCancellable(
    _ event: Event, at time: SimulationTime, rank: EventRank = .normal
  ) -> EventHandle {
    let serial = takeSerial()
    cancellable.insert(event, serial: serial)
    let order = EventOrder.make(rank: rank, serial: serial, cancellable: true)
    insert(Record(time: time.seconds.bitPattern, order: order, event: event))
    return EventHandle(order: order)
  }

  /// Takes an event back; false when it is not pending any more.
  ///
  /// - Complexity: O(1) amortised.
  @inlinable
  @discardableResult
  public mutating func cancel(_ handle: EventHandle) -> Bool { removeAlive(handle) != nil }

  /// Moves an event to another time, behind all those of that time and its rank; false when it is not pending any more.
  ///
  /// - Parameters:
  ///   - handle: Names the event; afterwards, the event at its new time.
  ///   - time: Not before the last event taken.
  /// - Complexity: As of ``insertCancellable(_:at:rank:)``.
  @inlinable
  @discardableResult
  public mutating func reschedule(_ handle: inout EventHandle, at time: SimulationTime) -> Bool {
    guard let event = removeAlive(handle) else { return false }
    handle = insertCancellable(event, at: time, rank: EventOrder.rank(of: handle.order))
    return true
  }

  /// Whether an event is still in the list.
  ///
  /// - Complexity: O(1).
  @inlinable
  public func isPending(_ handle: EventHandle) -> Bool { cancellable.contains(handle.serial) }

  @inlinable
  mutating func removeAlive(_ handle: EventHandle) -> Event? {
    guard let event = cancellable.remove(handle.serial) else { return nil }
    dead += 1
    if dead > 64, dead > cancellable.count, dead * 2 > recordCount { purge() }
    return event
  }

  /// Drops all cancelled events.
  ///
  /// - Complexity: O(n), paid for by the cancellations that made it necessary.
  @inlinable
  @inline(never)
  mutating func purge() {
    var alive: [Record] = []
    alive.reserveCapacity(count)
    forEachRecord { if isPending($0) { alive.append($0) } }
    clear()
    for record in alive { insert(record) }
  }

  /// Whether a record of the list still counts.
  @inlinable
  func isPending(_ record: Record) -> Bool {
    !record.isCancellable || cancellable.contains(EventOrder.serial(of: record.order))
  }

  /// Calls `body` for all records, cancelled ones included, in no order.
  @inlinable
  func forEachRecord(_ body: (Record) -> Void) {
    for index in run.head..<run.end { body(run.records[index]) }
    for index in (near.hasHole ? 1 : 0)..<max(near.size, near.hasHole ? 1 : 0) { body(near.nodes[index]) }
    ladder.forEachRecord(body)
  }

  /// Drops all records; what can be cancelled stays known.
  @inlinable
  mutating func clear() {
    reset()
    dead = 0
  }
}
