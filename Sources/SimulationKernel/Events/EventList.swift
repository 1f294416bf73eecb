/// The pending events of a simulation, in a total order: time, then rank, then serial (the order of scheduling).
///
/// Equal times are common (a batch released at 0, synchronous rounds), and a heap promises nothing among equals; so
/// every event carries its serial, and any correct event list pops the same sequence. A 4-ary implicit heap: shallower
/// than a binary one, and the children of a node stand side by side in memory.
///
/// The list is a value: a copy is an independent simulation state.
@frozen
public struct EventList<Event: BitwiseCopyable> {
  @frozen
  @usableFromInline
  struct Entry {
    /// The bit pattern of a time that is not negative: it orders as the time does.
    @usableFromInline let time: UInt64
    /// Rank (shifted to be unsigned) in the upper 16 bits, serial in the lower 48: one comparison for both.
    @usableFromInline let order: UInt64
    @usableFromInline let event: Event

    @inlinable
    init(time: UInt64, order: UInt64, event: Event) {
      self.time = time
      self.order = order
      self.event = event
    }

    @inlinable
    static func < (lhs: Entry, rhs: Entry) -> Bool {
      lhs.time != rhs.time ? lhs.time < rhs.time : lhs.order < rhs.order
    }
  }

  /// A pending event with the key that decides its turn.
  @frozen
  public struct Pending {
    public let time: SimulationTime
    /// Rank and serial as one number: unique within a list, and ordered as its events are.
    public let order: UInt64
    public let event: Event

    @inlinable
    init(_ entry: Entry) {
      time = SimulationTime(seconds: Double(bitPattern: entry.time))
      order = entry.order
      event = entry.event
    }
  }

  @usableFromInline var heap: [Entry] = []
  @usableFromInline var nextSerial: UInt64 = 0

  @inlinable
  public init() {}

  /// How many events are pending.
  @inlinable public var count: Int { heap.count }
  /// Whether no event is pending.
  @inlinable public var isEmpty: Bool { heap.isEmpty }

  /// The earliest event, which stays in the list.
  @inlinable public var first: Pending? { heap.isEmpty ? nil : Pending(heap[0]) }

  /// The bit pattern of the earliest time.
  @inlinable var nextTimeBits: UInt64? { heap.isEmpty ? nil : heap[0].time }

  /// Adds an event behind all those of the same time and rank.
  ///
  /// - Precondition: At most 2⁴⁸ events are inserted into one list.
  /// - Complexity: O(log n), O(1) for an event later than most.
  @inlinable
  public mutating func insert(_ event: Event, at time: SimulationTime, rank: EventRank = .normal) {
    precondition(nextSerial < 1 << 48, "2^48 events were inserted into one event list; it can number no more")
    let unsignedRank = UInt64(UInt16(bitPattern: rank.rawValue) ^ 0x8000)
    let entry = Entry(time: time.seconds.bitPattern, order: unsignedRank << 48 | nextSerial, event: event)
    nextSerial += 1
    heap.append(entry)
    siftUp(entry, from: heap.count - 1)
  }

  /// Removes and returns the earliest event.
  ///
  /// - Complexity: O(log n).
  @inlinable
  public mutating func popFirst() -> Pending? {
    guard let last = heap.popLast() else { return nil }
    guard let top = heap.first else { return Pending(last) }
    siftDownFromRoot(last)
    return Pending(top)
  }

  // Both sifts move a hole instead of swapping: one store a level.

  @inlinable
  mutating func siftUp(_ entry: Entry, from start: Int) {
    heap.withUnsafeMutableBufferPointer { heap in
      var hole = start
      while hole > 0 {
        let parent = (hole - 1) >> 2
        guard entry < heap[parent] else { break }
        heap[hole] = heap[parent]
        hole = parent
      }
      heap[hole] = entry
    }
  }

  @inlinable
  mutating func siftDownFromRoot(_ entry: Entry) {
    heap.withUnsafeMutableBufferPointer { heap in
      let count = heap.count
      var hole = 0
      while true {
        let firstChild = (hole << 2) + 1
        guard firstChild < count else { break }
        var least = firstChild
        for child in firstChild + 1..<max(firstChild + 1, min(firstChild + 4, count)) where heap[child] < heap[least] {
          least = child
        }
        guard heap[least] < entry else { break }
        heap[hole] = heap[least]
        hole = least
      }
      heap[hole] = entry
    }
  }

  /// Checks that no event stands above an earlier one.
  ///
  /// - Complexity: O(n); for tests.
  public func checkInvariants() {
    for index in heap.indices.dropFirst() {
      precondition(heap[(index - 1) / 4] < heap[index], "event \(index) is before its parent")
    }
  }
}

extension EventList: Sendable where Event: Sendable {}
extension EventList.Entry: Sendable where Event: Sendable {}
extension EventList.Pending: Sendable where Event: Sendable {}
