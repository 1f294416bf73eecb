/// The pending events of a simulation, in a total order: time, then rank, then serial (the order of scheduling).
///
/// Equal times are common (a batch released at 0, synchronous rounds), and no priority queue promises anything among
/// equals; so every event carries its serial, and any correct event list pops the same sequence.
///
/// Few events stand in a 4-ary heap. Many stand in a ladder of buckets (after Tang, Goh and Thng 2005, ACM TOMACS
/// 15:175–204, with at most 512 buckets a level, so that those open for writing stay in the cache): only the next few
/// dozen events are ever sorted. The list moves from one to the other by itself; the order of events never depends on
/// it. See the article <doc:EventListDesign>.
///
/// A list is not copied by accident, since it may hold millions of events: ``copy()`` says so.
@frozen
public struct EventList<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline typealias Record = EventRecord<Event>

  /// A pending event with the key that decides its turn.
  @frozen
  public struct Pending {
    public let time: SimulationTime
    /// Rank and serial as one number: unique within a list, and ordered as its events are.
    public let order: UInt64
    public let event: Event

    @inlinable
    init(_ record: EventRecord<Event>) {
      time = SimulationTime(unchecked: Double(bitPattern: record.time))
      order = record.order
      event = record.event
    }
  }

  // From the next to the last: `run` is sorted; `near` holds what was scheduled before the end of the run; the levels of
  // the ladder hold later events, the innermost those of one bucket of the level around it; `far` holds the rest.
  @usableFromInline var run: EventRun<Event>
  @usableFromInline var near: EventHeap<Event>
  /// Events before this bit pattern of a time go to `near`, all while the list is one heap.
  @usableFromInline var nearBound: UInt64
  @usableFromInline var ladder: EventLadder<Event>

  @usableFromInline var cancellable = CancellableEvents<Event>()
  /// Cancelled events that still stand in the list.
  @usableFromInline var dead = 0
  @usableFromInline var nextSerial: UInt64 = 0

  /// How the list keeps its events.
  public let structure: EventListStructure
  /// That of the structure, where the insertion finds it without a decision.
  @usableFromInline let mostInHeap: Int

  /// Makes an empty list.
  ///
  /// - Parameter structure: How it keeps its events, which changes its speed only.
  @inlinable
  public init(structure: EventListStructure = .automatic) {
    self.structure = structure
    mostInHeap = structure.mostInHeap
    nearBound = structure.boundWhenEmpty
    run = EventRun()
    near = EventHeap()
    ladder = EventLadder()
  }

  /// Records in the list, cancelled events included.
  @inlinable var recordCount: Int { run.count + near.count + ladder.count }

  /// How many events are pending.
  @inlinable public var count: Int { recordCount - dead }
  /// Whether no event is pending.
  @inlinable public var isEmpty: Bool { count == 0 }

  /// Adds an event behind all those of the same time and rank.
  ///
  /// - Precondition: At most 2⁴⁷ events are inserted into one list.
  /// - Complexity: O(1) amortised, O(log n) in a heap; no allocation in the steady state.
  @inlinable
  public mutating func insert(_ event: Event, at time: SimulationTime, rank: EventRank = .normal) {
    insert(
      Record(time: time.seconds.bitPattern, order: EventOrder.make(rank: rank, serial: takeSerial()), event: event))
  }

  @inlinable
  mutating func takeSerial() -> UInt64 {
    let serial = nextSerial
    precondition(
      serial < EventOrder.serialLimit, "2^47 events were inserted into one event list; it can number no more")
    nextSerial = serial &+ 1
    return serial
  }

  @inlinable
  mutating func insert(_ record: Record) {
    if record.time >= nearBound {
      ladder.insert(record)
    } else if near.hasHole {
      near.hasHole = false
      near.descend(record)
    } else {
      insertNear(record)
    }
  }

  @inlinable
  @inline(never)
  mutating func insertNear(_ record: Record) {
    // Ties with the last event of the run, which may come by the million, queue up behind it.
    if !run.isEmpty, run.records[run.end - 1].key < record.key {
      run.append(record)
      return
    }
    if near.size >= mostInHeap, near.count > run.count, !ladder.isFull { deal() }
    if record.time < nearBound { near.append(record) } else { ladder.insert(record) }
  }

  /// Removes and returns the earliest event.
  ///
  /// - Complexity: O(1) amortised, O(log n) in a heap.
  @inlinable
  public mutating func popFirst() -> Pending? {
    popFirst(before: .max).map(Pending.init)
  }

  /// The earliest event, which stays in the list.
  ///
  /// - Complexity: O(1) amortised, O(log n) in a heap.
  @inlinable public var first: Pending? {
    mutating get {
      while let isInRun = frontIsInRun() {
        let record = isInRun ? run.first : near.top
        if !record.isCancellable || dead == 0 || cancellable.contains(EventOrder.serial(of: record.order)) {
          return Pending(record)
        }
        drop(fromRun: isInRun)
      }
      return nil
    }
  }

  /// The key of the earliest event; none that was cancelled counts.
  @inlinable var firstKey: UInt128? {
    mutating get { first.map { UInt128($0.time.seconds.bitPattern) << 64 | UInt128($0.order) } }
  }

  /// The event so many places behind the next one, where it is known already; it may have been cancelled, and others
  /// may come before it.
  @inlinable
  func upcoming(_ distance: Int) -> Event? {
    let place = run.head &+ distance
    return place < run.end ? run.records[place].event : nil
  }

  /// Removes and returns the earliest event, unless its time is at or after a bound.
  @inlinable
  @inline(__always)
  mutating func popFirst(before bound: UInt64) -> Record? {
    // The common way in a ladder: nothing came between, and the event could not be cancelled.
    if near.size == 0, run.head != run.end {
      let record = run.first
      if !record.isCancellable {
        if record.time >= bound { return nil }
        run.head &+= 1
        return record
      }
    }
    return popFirstOfAll(before: bound)
  }

  @inlinable
  @inline(never)
  mutating func popFirstOfAll(before bound: UInt64) -> Record? {
    while let isInRun = frontIsInRun() {
      let record: Record
      if isInRun {
        record = run.first
        if record.time >= bound { return nil }
        run.head &+= 1
      } else {
        record = near.top
        if record.time >= bound { return nil }
        near.hasHole = true
      }
      if !record.isCancellable || isAlive(record) { return record }
    }
    return nil
  }

  /// Whether the earliest event stands in the run, or else in the heap; `nil` in an empty list.
  @inlinable
  mutating func frontIsInRun() -> Bool? {
    if near.size != 0 {
      near.closeHole()
      if near.size != 0 {
        if run.isEmpty { return false }
        return run.first.key < near.top.key
      }
    }
    if run.isEmpty { return advance() }
    return true
  }

  @inlinable
  mutating func drop(fromRun isInRun: Bool) {
    if isInRun { run.head &+= 1 } else { near.hasHole = true }
    dead -= 1
  }

  /// Notes that a cancellable event has its turn; false when it was cancelled.
  @inlinable
  @inline(never)
  mutating func isAlive(_ record: Record) -> Bool {
    if cancellable.remove(EventOrder.serial(of: record.order)) != nil { return true }
    dead -= 1
    return false
  }

  /// Returns a list of its own with the same events and the same structure.
  ///
  /// - Complexity: O(n), the cost of copying the memory.
  @inlinable
  public func copy() -> EventList {
    var other = EventList(structure: structure)
    other.run = run.copy()
    other.near = near.copy()
    other.nearBound = nearBound
    other.ladder = ladder.copy()
    other.cancellable = cancellable.copy()
    other.dead = dead
    other.nextSerial = nextSerial
    return other
  }
}

extension EventList: @unchecked Sendable where Event: Sendable {}
extension EventList.Pending: Sendable where Event: Sendable {}
