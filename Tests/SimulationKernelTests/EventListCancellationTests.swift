import SimulationKernel
import TestSupport
import Testing

/// Cancelling and moving events, judged by a sorted array.
@Suite("Event list: cancellation")
struct EventListCancellationTests {
  /// Pending events, sorted, the latest first.
  private struct Reference {
    struct Key: Equatable {
      let time: Double
      let rank: Int16
      let serial: Int
      let event: Int

      static func < (lhs: Key, rhs: Key) -> Bool {
        (lhs.time, lhs.rank, lhs.serial) < (rhs.time, rhs.rank, rhs.serial)
      }
    }

    private var keys: [Key] = []
    private var nextSerial = 0

    var count: Int { keys.count }
    var first: Key? { keys.last }

    mutating func insert(_ event: Int, at time: Double, rank: Int16) -> Key {
      let key = Key(time: time, rank: rank, serial: nextSerial, event: event)
      nextSerial += 1
      keys.insert(key, at: place(of: key))
      return key
    }

    mutating func remove(_ key: Key) { keys.remove(at: place(of: key)) }
    mutating func popFirst() -> Key? { keys.popLast() }

    private func place(of key: Key) -> Int {
      var (low, high) = (0, keys.count)
      while low < high {
        let middle = (low + high) / 2
        if key < keys[middle] { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  /// A list, its reference, and all handles that were ever given.
  private struct Bench: ~Copyable {
    var list: EventList<Int>
    var reference = Reference()
    var random: SplitMix
    var now = 0.0
    var inserted = 0
    var faults = 0
    /// By event; the key is nil once the event has left or was cancelled.
    var handles: [(handle: EventHandle, key: Reference.Key?)] = []
    /// The place in `handles` of each cancellable event.
    var places: [Int?] = []

    init(_ structure: EventListStructure, seed: UInt64) {
      list = EventList(structure: structure)
      random = SplitMix(seed: seed)
    }

    mutating func insert(_ times: AdversarialTimes) {
      let time = times.time(after: now, number: inserted, from: &random)
      let rank = Int16(random.below(3) - 1)
      let key = reference.insert(inserted, at: time, rank: rank)
      // Both ways of inserting, mixed in one list.
      if random.below(3) > 0 {
        let handle = list.insertCancellable(inserted, at: SimulationTime(seconds: time), rank: EventRank(rank))
        places.append(handles.count)
        handles.append((handle, key))
      } else {
        list.insert(inserted, at: SimulationTime(seconds: time), rank: EventRank(rank))
        places.append(nil)
      }
      inserted += 1
    }

    /// Any handle, also one whose event is gone.
    mutating func cancel() {
      guard !handles.isEmpty else { return }
      let place = random.below(handles.count)
      let key = handles[place].key
      if list.cancel(handles[place].handle) != (key != nil) { faults += 1 }
      if let key { reference.remove(key) }
      handles[place].key = nil
    }

    mutating func reschedule(_ times: AdversarialTimes) {
      guard !handles.isEmpty else { return }
      let place = random.below(handles.count)
      let stale = handles[place].handle
      let time = times.time(after: now, number: inserted, from: &random)
      let key = handles[place].key
      let isMoved = list.reschedule(&handles[place].handle, at: SimulationTime(seconds: time))
      if isMoved != (key != nil) { faults += 1 }
      guard let key else { return }
      reference.remove(key)
      handles[place].key = reference.insert(key.event, at: time, rank: key.rank)
      // If the handle is another one now, the old one must be worth nothing.
      if stale != handles[place].handle, list.cancel(stale) { faults += 1 }
    }

    mutating func pop() {
      if list.first?.event != reference.first?.event { faults += 1 }
      let (pending, expected) = (list.popFirst(), reference.popFirst())
      if pending?.event != expected?.event || pending?.time.seconds != expected?.time { faults += 1 }
      guard let expected else { return }
      now = reference.count == 0 ? 0 : expected.time
      if let place = places[expected.event] { handles[place].key = nil }
    }

    mutating func step(_ times: AdversarialTimes, growing: Bool) {
      switch random.below(10) {
      case 0..<(growing ? 5 : 2): insert(times)
      case 5, 6: cancel()
      case 7: reschedule(times)
      default: pop()
      }
      if list.count != reference.count { faults += 1 }
    }
  }

  @Test(
    "Inserted, cancelled, moved and popped at random as from a sorted array", arguments: EventListStructure.allCases,
    AdversarialTimes.allCases)
  func randomOperations(structure: EventListStructure, times: AdversarialTimes) {
    var bench = Bench(structure, seed: 21)
    for round in 0..<6 {
      for _ in 0..<1_500 { bench.step(times, growing: round.isMultiple(of: 2)) }
      bench.list.checkInvariants()
      // Handles of long ago stay in play, but not all of them: most draws ought to hit something.
      bench.handles.removeAll()
      bench.places = bench.places.map { _ in nil }
    }
    while bench.reference.count > 0 { bench.pop() }
    let (faults, rest) = (bench.faults, bench.list.count)
    #expect(faults == 0)
    #expect(rest == 0)
  }

  @Test("Nearly all of 100,000 events cancelled, as time-outs are: the rest leave in order")
  func manyCancelled() {
    var random = SplitMix(seed: 22)
    var list = EventList<Int>()
    var live: [(time: Double, event: Int)] = []
    var faults = 0
    for event in 0..<100_000 {
      let time = Double(random.next() >> 20)
      let handle = list.insertCancellable(event, at: SimulationTime(seconds: time), rank: .normal)
      if event % 100 == 0 {
        live.append((time, event))
      } else {
        if !list.cancel(handle) || list.cancel(handle) { faults += 1 }
      }
    }
    #expect(faults == 0)
    let count = list.count
    #expect(count == live.count)
    let order = live.sorted { ($0.time, $0.event) < ($1.time, $1.event) }.map(\.event)
    var popped: [Int] = []
    while let pending = list.popFirst() { popped.append(pending.event) }
    #expect(popped == order)
  }

  @Test("Cancelled in one copy, pending in the other")
  func copies() {
    var list = EventList<Int>()
    let handles = (0..<500).map { event in
      list.insertCancellable(event, at: SimulationTime(seconds: Double(event % 7)), rank: .normal)
    }
    var copy = list.copy()
    let answers = handles.dropFirst(10).map { list.cancel($0) }
    #expect(answers.allSatisfy { $0 })
    let counts = (list.count, copy.count)
    #expect(counts == (10, 500))
    // The same handles hold in the copy, which has not heard of the cancellations.
    let (inCopy, again) = (copy.cancel(handles[20]), list.cancel(handles[20]))
    #expect(inCopy)
    #expect(!again)
    var left: Set<Int> = []
    while let pending = copy.popFirst() { left.insert(pending.event) }
    #expect(left == Set(0..<500).subtracting([20]))
  }

  @Test("The handle of an event that has left is worth nothing, also when its place was given to another")
  func staleHandles() {
    var list = EventList<Int>()
    var first = list.insertCancellable(1, at: SimulationTime(seconds: 1), rank: .normal)
    let left = list.popFirst()
    #expect(left?.event == 1)
    let second = list.insertCancellable(2, at: SimulationTime(seconds: 2), rank: .normal)
    let (cancelled, moved) = (list.cancel(first), list.reschedule(&first, at: SimulationTime(seconds: 9)))
    #expect(!cancelled)
    #expect(!moved)
    let count = list.count
    #expect(count == 1)
    let isLive = list.cancel(second)
    #expect(isLive)
    let (isEmpty, next) = (list.isEmpty, list.first)
    #expect(isEmpty && next == nil)
  }

  @Test("A moved event keeps its rank and comes behind those of the same time and rank")
  func movedOrder() {
    var list = EventList<Int>()
    var moved = list.insertCancellable(1, at: SimulationTime(seconds: 1), rank: .normal)
    var early = list.insertCancellable(2, at: SimulationTime(seconds: 9), rank: .early)
    list.insert(3, at: SimulationTime(seconds: 5))
    for answer in [
      list.reschedule(&moved, at: SimulationTime(seconds: 5)), list.reschedule(&early, at: SimulationTime(seconds: 5)),
    ] {
      #expect(answer)
    }
    list.insert(4, at: SimulationTime(seconds: 5))
    var events: [Int] = []
    while let pending = list.popFirst() { events.append(pending.event) }
    #expect(events == [2, 3, 1, 4])
  }
}
