import RandomStreams
import Testing

/// What one server owes to every sequence of visits, whatever the order of service: no statistics, no tolerance but for
/// rounding.
@Suite("Queues: sample paths")
struct SamplePathTests {
  private typealias Desk = OrderedDesk

  private static let classes = [
    QueueTheory.CustomerClass(arrivalRate: 0.3, meanService: 1, law: .hyperexponential),
    QueueTheory.CustomerClass(arrivalRate: 0.4, meanService: 1.2, law: .lognormal),
  ]

  private static func visits(_ count: Int = 2_000) -> [OrderedDesk.Visit] {
    OrderedDesk.visits(count, of: classes, streams: StreamFamily(rootSeed: 1, replication: 7))
  }

  @Test(
    "Little's law: the area under the number in the system is the sum of all sojourns", arguments: Desk.Order.allCases)
  func littlesLaw(order: OrderedDesk.Order) {
    let desk = Desk.play(order, Self.visits())
    let area = zip(desk.path, desk.path.dropFirst()).reduce(0) { $0 + Double($1.0.number) * ($1.1.time - $1.0.time) }
    let sojourns = desk.visits.reduce(0) { $0 + $1.sojourn }
    #expect(abs(area - sojourns) < 1e-9 * sojourns)
    #expect(desk.path.last?.number == 0)
    #expect((desk.interruptions > 100) == order.isPreemptive)
  }

  @Test("Work is conserved: every order has the busy periods of the order of arrival", arguments: Desk.Order.allCases)
  func busyPeriods(order: OrderedDesk.Order) {
    let visits = Self.visits()
    let ends = Desk.play(order, visits).path.filter { $0.number == 0 }.map(\.time)
    // By the recursion of Lindley, without any events: the server is free when all work that came has been done.
    var free = 0.0
    var expected: [Double] = []
    for visit in visits {
      if visit.arrival >= free, free > 0 { expected.append(free) }
      free = max(free, visit.arrival) + visit.service
    }
    expected.append(free)
    #expect(ends.count == expected.count)
    #expect(expected.count > 100)
    #expect(zip(ends, expected).allSatisfy { abs($0 - $1) < 1e-8 })
  }

  @Test("Orders that do not interrupt and services alike: the number in the system takes the same path, to the bit")
  func blindOrders() {
    // With fixed services it does not matter who is served, so the departures are those of the order of arrival.
    let alike = [0.3, 0.4].map { QueueTheory.CustomerClass(arrivalRate: $0, meanService: 1.25, law: .deterministic) }
    let visits = OrderedDesk.visits(2_000, of: alike, streams: StreamFamily(rootSeed: 1, replication: 8))
    let path = Desk.play(.firstComeFirstServed, visits).path
    #expect(Desk.play(.lastComeFirstServed, visits).path == path)
    #expect(Desk.play(.priority, visits).path == path)
    #expect(path.count == 4_000)
  }

  @Test("Of the orders that do not know the services, that of arrival has the least sum of squared waits")
  func leastSpread() {
    // Kingman (1962), Proc. Camb. Phil. Soc. 58:163-164; pathwise where the departures are the same: the sum of
    // (departure - arrival)² is least where both are in the same order.
    let alike = [QueueTheory.CustomerClass(arrivalRate: 0.8, meanService: 1, law: .deterministic)]
    let visits = OrderedDesk.visits(2_000, of: alike, streams: StreamFamily(rootSeed: 1, replication: 9))
    let (first, last) = (Desk.play(.firstComeFirstServed, visits), Desk.play(.lastComeFirstServed, visits))
    let squares = { (desk: OrderedDesk) in desk.visits.reduce(0) { $0 + $1.wait * $1.wait } }
    let sum = { (desk: OrderedDesk) in desk.visits.reduce(0) { $0 + $1.wait } }
    #expect(abs(sum(first) - sum(last)) < 1e-9 * sum(first))
    #expect(squares(first) < 0.9 * squares(last))
  }

  @Test("The shortest remaining service first leaves fewer customers than any order, at every moment")
  func shortestRemaining() {
    // Schrage (1968), Operations Research 16:687-690. The departures, sorted: its n-th is never later
    // than the n-th of another order.
    let visits = Self.visits()
    let least = Desk.play(.shortestRemaining, visits).visits.map(\.departure).sorted()
    for order in Desk.Order.allCases {
      let other = Desk.play(order, visits).visits.map(\.departure).sorted()
      #expect(zip(least, other).allSatisfy { $0 <= $1 + 1e-8 }, "\(order)")
    }
  }

  @Test("Where the first class interrupts, it does not see the second: its departures are the same, to the bit")
  func firstClassAlone() {
    let visits = Self.visits()
    let all = Desk.play(.priorityPreemptive, visits).visits.filter { $0.customerClass == 0 }
    let alone = Desk.play(.priorityPreemptive, visits.filter { $0.customerClass == 0 }).visits
    #expect(all.map(\.departure) == alone.map(\.departure))
    #expect(alone.count > 500)
  }
}
