import SimulationKernel
import TestSupport
import Testing

/// A million random operations on event lists, judged by `PopOrderAudit`.
///
/// The sizes cross every place where a list may change its structure, upwards and downwards, and more than once.
@Suite("Event list: random operations")
struct EventListFuzzTests {
  /// A list and its judge.
  private struct Bench: ~Copyable {
    var list: EventList<Int>
    var audit = PopOrderAudit()
    var random: SplitMix
    var now = 0.0
    var operations = 0
    /// Where the list's count or first event was not as it should be.
    var faults = 0

    init(_ structure: EventListStructure, seed: UInt64) {
      list = EventList(structure: structure)
      random = SplitMix(seed: seed)
    }

    mutating func insert(_ times: AdversarialTimes) {
      operations += 1
      let time = times.time(after: now, number: audit.inserted, from: &random)
      // Mostly ordinary, now and then any rank there is.
      let rank = random.below(4) > 0 ? 0 : Int16(truncatingIfNeeded: random.next())
      let serial = audit.insert(at: time, rank: rank)
      list.insert(serial, at: SimulationTime(seconds: time), rank: EventRank(rank))
    }

    mutating func pop() {
      operations += 1
      let seen = operations.isMultiple(of: 16) ? list.first : nil
      guard let pending = list.popFirst() else {
        faults += audit.count > 0 ? 1 : 0
        return
      }
      if let seen, seen.event != pending.event || seen.order != pending.order { faults += 1 }
      audit.leave(pending.event, time: pending.time.seconds)
      // An empty list begins anew: after the last doubles there are, all delays would be alike.
      now = audit.count == 0 ? 0 : pending.time.seconds
      if list.count != audit.count { faults += 1 }
    }

    /// A random walk to a size, with one step in `oneBackIn` in the other direction.
    mutating func go(to size: Int, _ times: AdversarialTimes, oneBackIn: Int) {
      while list.count < size {
        if random.below(oneBackIn) > 0 { insert(times) } else { pop() }
      }
      while list.count > size {
        if random.below(oneBackIn) > 0 { pop() } else { insert(times) }
      }
    }

    /// One event leaves, one comes in: the size of a running simulation.
    mutating func hold(_ count: Int, _ times: AdversarialTimes) {
      for _ in 0..<count {
        pop()
        insert(times)
      }
    }
  }

  @Test(
    "Small and medium lists, growing and shrinking many times", arguments: EventListStructure.allCases,
    AdversarialTimes.allCases)
  func sawtooth(structure: EventListStructure, times: AdversarialTimes) {
    var bench = Bench(structure, seed: 11)
    for size in [3, 0, 40, 150, 20, 300, 90, 600, 0, 2_000, 64, 129, 127, 1_000, 0] {
      bench.go(to: size, times, oneBackIn: 5)
      let copy = bench.list.copy()
      bench.hold(400, times)
      bench.list.checkInvariants()
      let ordered = orderedCount(copy)
      #expect(ordered == size)
    }
    bench.go(to: 0, times, oneBackIn: 1_000)
    let last = bench.list.popFirst()
    #expect(last == nil)
    let (faults, auditFaults, operations) = (bench.faults, bench.audit.faults, bench.operations)
    #expect(faults == 0 && auditFaults == 0)
    #expect(operations > 15_000)
  }

  /// How many events a list gives in a strictly ascending order, from a copy of its own.
  private func orderedCount(_ list: borrowing EventList<Int>) -> Int {
    var list = list.copy()
    var count = 0
    var last: (time: Double, order: UInt64)?
    while let pending = list.popFirst() {
      let key = (pending.time.seconds, pending.order)
      if let last, last >= key { return -1 }
      last = key
      count += 1
    }
    return count
  }

  @Test(
    "Bursts to 100,000 events and back to none, through all kinds of times", arguments: EventListStructure.allCases)
  func bursts(structure: EventListStructure) {
    var bench = Bench(structure, seed: 12)
    let kinds = AdversarialTimes.allCases
    for (index, size) in [20_000, 0, 100_000, 0].enumerated() {
      // In slices, each with another kind of times.
      var slice = 0
      while bench.list.count != size {
        let step = max(-16_384, min(16_384, size - bench.list.count))
        bench.go(to: bench.list.count + step, kinds[(slice * 5 + index) % kinds.count], oneBackIn: 24)
        slice += 1
      }
      bench.list.checkInvariants()
    }
    let (faults, auditFaults, operations) = (bench.faults, bench.audit.faults, bench.operations)
    #expect(faults == 0 && auditFaults == 0)
    #expect(operations > 240_000)
  }

  @Test("The judge sees an event that leaves too late, twice, never, or at another time")
  func judge() {
    func faults(_ departures: [(serial: Int, time: Double)]) -> Int {
      var audit = PopOrderAudit()
      for time in [3.0, 1, 2, 2] { _ = audit.insert(at: time, rank: 0) }
      for departure in departures { audit.leave(departure.serial, time: departure.time) }
      return audit.faults + audit.count
    }
    #expect(faults([(1, 1), (2, 2), (3, 2), (0, 3)]) == 0)
    #expect(faults([(1, 1), (3, 2), (2, 2), (0, 3)]) == 1)
    #expect(faults([(0, 3), (1, 1), (2, 2), (3, 2)]) == 3)
    #expect(faults([(1, 1), (2, 2), (2, 2), (3, 2), (0, 3)]) == 1)
    #expect(faults([(1, 1), (2, 2), (3, 2)]) == 1)
    #expect(faults([(1, 1.5), (2, 2), (3, 2), (0, 3)]) == 1)
  }

  @Test("The judge does not blame an event that came in after a later one had left")
  func judgeOfThePast() {
    var audit = PopOrderAudit()
    let late = audit.insert(at: 5, rank: 0)
    audit.leave(late, time: 5)
    let early = audit.insert(at: 1, rank: 0)
    let other = audit.insert(at: 1, rank: -1)
    audit.leave(other, time: 1)
    audit.leave(early, time: 1)
    #expect(audit.faults == 0)
  }
}
