import SimulationKernel
import TestSupport
import Testing

/// Workloads that are made to bring an event list out of order, or to make it quadratic: with 100,000 operations that
/// would take minutes.
@Suite("Event list: traps")
struct EventListAdversaryTests {
  private struct Bench: ~Copyable {
    var list: EventList<Int>
    var audit = PopOrderAudit()
    var random = SplitMix(seed: 41)
    var now = 0.0

    init(_ structure: EventListStructure) { list = EventList(structure: structure) }

    mutating func insert(_ time: Double, rank: Int16 = 0) {
      list.insert(audit.insert(at: time, rank: rank), at: SimulationTime(seconds: time), rank: EventRank(rank))
    }

    mutating func pop() {
      guard let pending = list.popFirst() else { return }
      audit.leave(pending.event, time: pending.time.seconds)
      now = pending.time.seconds
    }

    /// Faults in the order, and events that did not come out.
    mutating func faultsAtTheEnd() -> Int {
      list.checkInvariants()
      while !list.isEmpty { pop() }
      return audit.faults + audit.count
    }

    mutating func uniform() -> Double { Double(random.next() >> 11) * 0x1p-53 }
  }

  @Test("A ladder that has become a heap leaves no levels behind", arguments: [false, true])
  func largeSmallLarge(isEmptied: Bool) {
    var bench = Bench(.automatic)
    // None is beyond the levels: the last of them is not left when all are few.
    for event in 0..<128 { bench.insert(Double(event)) }
    bench.insert(0.5)
    for _ in 0..<(isEmptied ? 129 : 120) { bench.pop() }
    if isEmptied { bench.pop() }
    for event in 0..<300 { bench.insert(Double(1_000 + event)) }
    for event in 0..<300 { bench.insert(1_000.5 + Double(event)) }
    let faults = bench.faultsAtTheEnd()
    #expect(faults == 0)
  }

  @Test("Ties that come in the reverse of their order", arguments: EventListStructure.allCases)
  func descendingTies(structure: EventListStructure) {
    var bench = Bench(structure)
    for number in 0..<40_000 { bench.insert(number.isMultiple(of: 1_000) ? 2 : 1, rank: Int16(20_000 - number)) }
    let faults = bench.faultsAtTheEnd()
    #expect(faults == 0)
  }

  @Test("Events that always come just before the end of what is sorted", arguments: EventListStructure.allCases)
  func beforeTheEnd(structure: EventListStructure) {
    var bench = Bench(structure)
    for number in 0..<5_000 { bench.insert(Double(number)) }
    // Five in, one out: each a little later than the last that left, and before all others.
    for _ in 0..<6_000 {
      bench.pop()
      for part in 1...5 { bench.insert(bench.now + Double(part) * 1e-9) }
    }
    let faults = bench.faultsAtTheEnd()
    #expect(faults == 0)
  }

  @Test("Events that each come before all others, so that every level is cut into again")
  func everEarlier() {
    var bench = Bench(.automatic)
    for number in 0..<30_000 { bench.insert(1 / Double(1 + number)) }
    for _ in 0..<15_000 { bench.pop() }
    for number in 0..<30_000 { bench.insert(bench.now + 1e-9 / Double(1 + number)) }
    let faults = bench.faultsAtTheEnd()
    #expect(faults == 0)
  }

  @Test("Events that never happen, at the last time there is, beside ordinary ones")
  func never() {
    var bench = Bench(.automatic)
    for number in 0..<20_000 {
      bench.insert(number.isMultiple(of: 50) ? .greatestFiniteMagnitude : bench.uniform())
    }
    for _ in 0..<20_000 {
      bench.pop()
      bench.insert(bench.now + bench.uniform())
    }
    let faults = bench.faultsAtTheEnd()
    #expect(faults == 0)
  }

  @Test("Bursts of ties and of single events in turn, each to the last event", arguments: EventListStructure.allCases)
  func bursts(structure: EventListStructure) {
    var bench = Bench(structure)
    for burst in 0..<6 {
      let start = bench.now + 1
      for _ in 0..<(burst == 2 ? 20_000 : 3_000) {
        bench.insert(burst.isMultiple(of: 2) ? start : start + bench.uniform())
      }
      while bench.list.count > 0 { bench.pop() }
    }
    let faults = bench.faultsAtTheEnd()
    #expect(faults == 0)
  }

  @Test("A list that was once large is copied as what it is, and its copy keeps the order")
  func copiesOfWhatIsLeft() {
    var list = EventList<Int>()
    for number in 0..<119_808 { list.insert(number, at: SimulationTime(seconds: Double(number ^ 0x155))) }
    var expected = 0
    var faults = 0
    while list.count > 300 {
      if list.popFirst()?.event != expected ^ 0x155 { faults += 1 }
      expected += 1
    }
    // Each copy of all memory that was ever in use would take some milliseconds.
    var copies = 0
    for _ in 0..<2_000 { copies += list.copy().count }
    #expect(copies == 2_000 * 300)
    var copy = list.copy()
    // Both go on with as many events until all that they had is past.
    for step in 0..<2_000 {
      for event in [list.popFirst()?.event, copy.popFirst()?.event] {
        if event != (step < 300 ? (expected + step) ^ 0x155 : 200_000 + step - 300) { faults += 1 }
      }
      list.insert(200_000 + step, at: SimulationTime(seconds: Double(200_000 + step)))
      copy.insert(200_000 + step, at: SimulationTime(seconds: Double(200_000 + step)))
    }
    list.checkInvariants()
    copy.checkInvariants()
    #expect(faults == 0)
  }

  @Test("One event that is moved 100,000 times among others takes no more room than they", arguments: [1, 1_000])
  func moved(others: Int) {
    var list = EventList<Int>()
    for number in 1...others { list.insert(number, at: SimulationTime(seconds: Double(number))) }
    var handle = list.insertCancellable(0, at: SimulationTime(seconds: 1e6))
    let first = handle
    var refused = 0
    for step in 0..<100_000 {
      if !list.reschedule(&handle, at: SimulationTime(seconds: 1e6 + Double(step * 7_919 % 100_000))) { refused += 1 }
    }
    list.checkInvariants()
    let (count, isPending, isFirstPending) = (list.count, list.isPending(handle), list.isPending(first))
    #expect(count == others + 1 && isPending && !isFirstPending && refused == 0)
    var copies = 0
    for _ in 0..<2_000 { copies += list.copy().count }
    #expect(copies == 2_000 * (others + 1))
  }

  @Test("Cancelled from the last to the first, from the first to the last, and all but one", arguments: 0..<3)
  func cancelled(way: Int) {
    var list = EventList<Int>()
    for round in 0..<3 {
      let handles = (0..<10_000).map { number in
        list.insertCancellable(number, at: SimulationTime(seconds: Double(number * 7 % 1_000 + round)))
      }
      var cancelled = 0
      for handle in way == 0 ? handles.reversed() : handles where way < 2 || handle != handles[5_000] {
        if list.cancel(handle) { cancelled += 1 }
      }
      list.checkInvariants()
      let left = list.count
      #expect(cancelled + left == 10_000 && left == (way < 2 ? 0 : 1))
      while list.popFirst() != nil {}
    }
  }
}
