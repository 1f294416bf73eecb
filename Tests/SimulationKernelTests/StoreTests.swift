import RandomStreams
import SimulationKernel
import Testing

@Suite("Stores and containers")
struct StoreTests {
  private let simulation = ProcessSimulation()
  private let journal = Journal()

  @Test("Random givers and takers of a bounded store meet as plain bookkeeping says", arguments: 0..<20)
  func random(seed: Int) throws {
    var stream = StreamFamily(rootSeed: UInt64(seed), replication: 0).stream("store")
    let capacity = 1 + stream.below(3)
    let visits = (0..<300).map { _ in (isGiver: stream.below(2) == 0, kind: stream.below(3)) }
    let (clock, journal) = (simulation.clock, journal)
    let store = Store<Int>("shelf", capacity: capacity, in: simulation)
    for (index, visit) in visits.enumerated() {
      simulation.start("visitor", index) {
        try await clock.sleep(until: SimulationTime(seconds: Double(index)))
        if visit.isGiver { return try await store.put(index) }
        let item =
          visit.kind == 0 ? try await store.take { $0 % 3 == 0 } : try await store.take()
        journal.note("\(index) takes \(item) at \(clock.now.seconds)")
      }
    }
    try simulation.run(until: SimulationTime(seconds: 1_000))
    let model = Self.expected(visits, capacity: capacity)
    #expect(journal.lines == model.lines)
    #expect(store.items == model.items)
    #expect(store.queueLengths == (model.takers, model.givers))
    #expect(model.lines.count > 50)
    simulation.end()
  }

  private static func expected(
    _ visits: [(isGiver: Bool, kind: Int)], capacity: Int
  ) -> (lines: [String], items: [Int], takers: Int, givers: Int) {
    var lines: [String] = []
    var (items, givers, takers): ([Int], [Int], [Int]) = ([], [], [])
    for (index, visit) in visits.enumerated() {
      if visit.isGiver { givers.append(index) } else { takers.append(index) }
      var isMoving = true
      while isMoving {
        isMoving = false
        while items.count < capacity, !givers.isEmpty {
          items.append(givers.removeFirst())
        }
        for (place, taker) in takers.enumerated() {
          guard let found = items.firstIndex(where: { visits[taker].kind != 0 || $0 % 3 == 0 }) else { continue }
          lines.append("\(taker) takes \(items.remove(at: found)) at \(Double(index))")
          takers.remove(at: place)
          isMoving = true
          break
        }
      }
    }
    return (lines, items, takers.count, givers.count)
  }

  @Test("A store with an order gives its least item, and of equals the one that came first")
  func order() throws {
    let (simulation, journal) = (simulation, journal)
    let store = Store<(Int, String)>("ward", in: simulation) { $0.0 < $1.0 }
    try simulation.run {
      for (number, name) in [(2, "a"), (1, "b"), (2, "c"), (1, "d"), (0, "e")] { try await store.put((number, name)) }
      #expect(store.count == 5)
      for _ in 0..<5 { journal.note(try await store.take().1) }
    }
    #expect(journal.lines == ["e", "b", "d", "a", "c"])
  }

  @Test("An item that was handed to a process which is cancelled at that moment is not lost")
  func cancelledAtHandover() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let store = Store<Int>("shelf", in: simulation)
    try simulation.run {
      let taker = simulation.start("taker") {
        journal.note("has \(try await store.take())")
        try await clock.sleep(for: .seconds(1))
        journal.note("not reached")
      }
      let other = simulation.start("other") { journal.note("has \(try await store.take())") }
      try await clock.sleep(for: .seconds(1))
      try await store.put(1)
      taker.cancel()
      try await taker.finished()
      other.cancel()
      try await store.put(2)
      try await other.finished()
    }
    #expect(journal.lines == ["has 1"])
    #expect(store.items == [2])
  }

  @Test("Items that processes keep are gone with the store")
  func memory() throws {
    do {
      let store = Store<Witness>("shelf", capacity: 1, in: simulation)
      let journal = journal
      try simulation.run {
        try await store.put(Witness(journal))
        try await store.put(Witness(journal))
      }
    } catch SimulationError.deadlock(_, let waiting) {
      #expect(waiting == ["root waits for space in 'shelf'"])
    }
    #expect(journal.lines == ["gone", "gone"])
  }

  @Test("Random amounts go in and out of a container as plain bookkeeping says", arguments: 0..<20)
  func container(seed: Int) throws {
    var stream = StreamFamily(rootSeed: UInt64(seed), replication: 0).stream("container")
    let visits = (0..<300).map { _ in (isGiver: stream.below(2) == 0, amount: Double(1 + stream.below(6))) }
    let (clock, journal) = (simulation.clock, journal)
    let tank = Container("tank", capacity: 10, level: 5, in: simulation)
    for (index, visit) in visits.enumerated() {
      simulation.start("visitor", index) {
        try await clock.sleep(until: SimulationTime(seconds: Double(index)))
        if visit.isGiver { try await tank.put(visit.amount) } else { try await tank.take(visit.amount) }
        journal.note("\(index) at \(clock.now.seconds)")
      }
    }
    try simulation.run(until: SimulationTime(seconds: 1_000))
    var level = 5.0
    var lines: [String] = []
    var (givers, takers): ([Int], [Int]) = ([], [])
    for (index, visit) in visits.enumerated() {
      if visit.isGiver { givers.append(index) } else { takers.append(index) }
      var served: [Int] = []
      while true {
        if let taker = takers.first, visits[taker].amount <= level {
          level -= visits[taker].amount
          served.append(takers.removeFirst())
        } else if let giver = givers.first, level + visits[giver].amount <= 10 {
          level += visits[giver].amount
          served.append(givers.removeFirst())
        } else {
          break
        }
      }
      lines += served.map { "\($0) at \(Double(index))" }
    }
    #expect(Set(journal.lines) == Set(lines) && journal.lines.count == lines.count)
    #expect(tank.level == level)
    #expect(tank.queueLengths == (takers.count, givers.count))
    simulation.end()
  }

  @Test("Who stops waiting for much lets those behind have their little")
  func leavingTaker() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let tank = Container("tank", capacity: 10, level: 3, in: simulation)
    try simulation.run {
      let big = simulation.start("big") { try await tank.take(8) }
      let small = simulation.start("small") {
        try await tank.take(2)
        journal.note("small at \(clock.now.seconds)")
      }
      try await clock.sleep(for: .seconds(4))
      big.cancel()
      try await small.finished()
      #expect(tank.level == 1 && tank.meanLevel == 3)
    }
    #expect(journal.lines == ["small at 4.0"])
  }
}
