import RandomStreams
import SimulationKernel
import Testing

@Suite("Event list")
struct EventListTests {
  /// How the times of the events follow each other.
  enum Times: String, CaseIterable {
    case uniform, allEqual, halfOfTheDelaysZero, descending, bimodal, fewValues

    func time(after now: Double, number: Int, from stream: inout RandomStream) -> Double {
      switch self {
      case .uniform: now + stream.uniform()
      case .allEqual: 1
      case .halfOfTheDelaysZero: stream.bernoulli(0.5) ? now : now + stream.uniform()
      case .descending: Double(1_000_000 - number)
      case .bimodal: now + stream.uniform() * (stream.bernoulli(0.9) ? 1e-6 : 1e6)
      case .fewValues: now.rounded(.down) + Double(stream.below(4))
      }
    }
  }

  @Test(
    "Events leave in the order of time, rank and serial, as from a sorted array",
    arguments: EventListStructure.allCases,
    Times.allCases)
  func totalOrder(structure: EventListStructure, times: Times) {
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream("event-list/\(times)")
    var list = EventList<Int>(structure: structure)
    var sorted = SortedEvents()
    var now = 0.0
    var differences = 0
    func compare() {
      let (event, expected) = (list.popFirst(), sorted.popFirst())
      now = expected?.time ?? now
      if event?.event != expected?.serial || event?.time.seconds != expected?.time { differences += 1 }
    }
    for number in 0..<20_000 {
      // The list grows in the first half and shrinks in the second.
      if stream.bernoulli(number < 10_000 ? 0.6 : 0.4) {
        let time = times.time(after: now, number: number, from: &stream)
        let rank = Int16(stream.below(3) - 1)
        let serial = sorted.insert(at: time, rank: rank)
        list.insert(serial, at: SimulationTime(seconds: time), rank: EventRank(rank))
      } else {
        compare()
      }
      if number.isMultiple(of: 1_000) { list.checkInvariants() }
    }
    while sorted.count > 0 { compare() }
    #expect(differences == 0)
    let isEmpty = list.isEmpty
    #expect(isEmpty)
  }

  @Test("Among equal times the smallest rank comes first, and among equal ranks the first scheduled")
  func ranks() {
    var list = EventList<Int>()
    let ranks: [EventRank] = [.late, .normal, EventRank(.min), .early, .normal, EventRank(.max), .early]
    for (event, rank) in ranks.enumerated() { list.insert(event, at: .zero, rank: rank) }
    let listDrained = drain(list)
    #expect(listDrained == [2, 3, 6, 1, 4, 0, 5])
  }

  @Test("The time goes before the rank")
  func timeBeforeRank() {
    var list = EventList<Int>()
    list.insert(1, at: SimulationTime(seconds: 1), rank: EventRank(.min))
    list.insert(2, at: SimulationTime(seconds: 1.0.nextDown), rank: EventRank(.max))
    let listDrained = drain(list)
    #expect(listDrained == [2, 1])
  }

  @Test("Negative zero is the same time as zero")
  func negativeZero() {
    var list = EventList<Int>()
    list.insert(1, at: SimulationTime(seconds: 0))
    list.insert(2, at: SimulationTime(seconds: -0.0))
    list.insert(3, at: SimulationTime(seconds: .leastNonzeroMagnitude))
    let listDrained = drain(list)
    #expect(listDrained == [1, 2, 3])
  }

  @Test("The first event is seen without being removed, and orders are unique and ascending")
  func first() {
    var list = EventList<Unicode.Scalar>()
    let none = (list.first, list.popFirst())
    #expect(none.0 == nil && none.1 == nil)
    list.insert("b", at: SimulationTime(seconds: 2))
    list.insert("a", at: SimulationTime(seconds: 2), rank: .early)
    let (first, count) = (list.first?.event, list.count)
    #expect(first == "a")
    #expect(count == 2)
    let orders = [list.popFirst(), list.popFirst()].compactMap { $0?.order }
    #expect(orders.count == 2 && orders[0] < orders[1])
    let isEmpty = list.isEmpty
    #expect(isEmpty)
  }

  @Test("A copy is another list")
  func copies() {
    var list = EventList<Int>()
    for event in 0..<50 { list.insert(event, at: SimulationTime(seconds: Double(event % 7))) }
    let whole = drain(list)
    let copy = list.copy()
    for _ in 0..<20 { _ = list.popFirst() }
    list.insert(99, at: .zero)
    let copyDrained = drain(copy)
    #expect(copyDrained == whole)
    let listDrained = drain(list)
    #expect(listDrained == [99] + whole.dropFirst(20))
  }

  /// The events of a copy in their order.
  private func drain<Event>(_ list: borrowing EventList<Event>) -> [Event] {
    var list = list.copy()
    var events: [Event] = []
    while let pending = list.popFirst() { events.append(pending.event) }
    return events
  }
}
