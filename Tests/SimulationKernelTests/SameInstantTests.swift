import SimulationKernel
import Testing

/// What happens at one time, before those whom it concerns have gone on.
@Suite("Several ends of a wait at one time")
struct SameInstantTests {
  /// What ends a wait beside what was waited for.
  enum Ending: String, CaseIterable, Sendable {
    case grant, interrupt, cancellation, deadline, patience
  }

  private let simulation = ProcessSimulation()
  private let journal = Journal()

  @Test("A barrier does not open for who was interrupted at the same time")
  func barrier() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let gate = Barrier("gate", parties: 3, in: simulation)
    try simulation.run {
      let runners = (1...2).map { number in
        simulation.start("runner", number) {
          do {
            try await gate.arrive()
            journal.note("\(number) passes at \(clock.now.seconds)")
          } catch is Interrupt { journal.note("\(number) leaves at \(clock.now.seconds)") }
        }
      }
      try await clock.sleep(for: .seconds(1))
      runners[1].interrupt()
      simulation.start("late") {
        try await clock.sleep(for: .seconds(5))
        try await gate.arrive()
      }
      try await gate.arrive()
      #expect(clock.now == SimulationTime(seconds: 6))
    }
    #expect(journal.lines == ["2 leaves at 1.0", "1 passes at 6.0"])
    #expect(gate.openings == 1 && gate.arrived == 0)
  }

  @Test("Space in a store that came free while a giver was interrupted goes to the next giver")
  func storeSpace() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let shelf = Store<Int>("shelf", capacity: 1, in: simulation)
    try simulation.run {
      try await shelf.put(1)
      let giver = simulation.start("giver") { try? await shelf.put(2) }
      try await clock.sleep(for: .seconds(1))
      giver.interrupt()
      let item = try await shelf.take()
      #expect(item == 1)
      try await shelf.put(3)
      #expect(clock.now == SimulationTime(seconds: 1))
      #expect(try await shelf.take() == 3)
      #expect(shelf.count == 0 && shelf.queueLengths == (0, 0))
    }
  }

  @Test("A place in a bounded queue is free as soon as its holder is interrupted")
  func boundedQueue() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let desk = Resource("desk", capacity: 1, maximumQueue: 1, in: simulation)
    try simulation.run {
      simulation.start("first") { try await desk.withUnit { try await clock.sleep(for: .seconds(5)) } }
      let second = simulation.start("second") { try? await desk.acquire() }
      try await clock.sleep(for: .seconds(1))
      second.interrupt()
      #expect(desk.queueLength == 0)
      #expect(try await desk.request(patience: nil) == .granted)
      #expect(clock.now == SimulationTime(seconds: 5))
    }
    #expect(desk.balked == 0)
  }

  @Test("Whoever comes first in the order of a container is served at once where there is enough")
  func containerPriority() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let tank = Container("tank", capacity: 10, level: 5, in: simulation)
    try simulation.run {
      simulation.start("greedy") { try await tank.take(8) }
      try await clock.sleep(for: .seconds(1))
      let urgent: Void? = try await simulation.withDeadline(.seconds(1)) { try await tank.take(3, priority: -1) }
      #expect(urgent != nil && tank.level == 2 && clock.now == SimulationTime(seconds: 1))
      simulation.start("donor") { try await tank.put(9) }
      try await clock.sleep(for: .seconds(1))
      let small: Void? = try await simulation.withDeadline(.seconds(1)) { try await tank.put(1, priority: -1) }
      #expect(small != nil && tank.level == 3)
    }
  }

  @Test(
    "Of two ends of a wait at one time, units, items and amounts come out even", arguments: Ending.allCases,
    Ending.allCases)
  func pairs(first: Ending, second: Ending) throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let market = CrowdedMarket(simulation, patience: [first, second].contains(.patience) ? .seconds(1) : nil)
    let deadline: SimulationDuration = [first, second].contains(.deadline) ? .seconds(1) : .seconds(9)
    try simulation.run {
      simulation.start("holder") { try await market.hold(clock) }
      try await clock.sleep(for: .zero)
      let processes = market.users.enumerated().map { index, use in
        simulation.start("user", index) {
          do {
            let end: Void? = try await simulation.withDeadline(deadline) { try await use() }
            journal.note("\(index) \(end == nil ? "late" : "done")")
          } catch { journal.note("\(index) \(error is Interrupt ? "interrupt" : "cancelled")") }
        }
      }
      // Deadlines and patience have their own place in the event list: before this, or behind.
      let comesLate = first == .deadline || first == .patience
      try await clock.sleep(until: SimulationTime(seconds: 1), rank: comesLate ? .late : .early)
      for ending in [first, second] {
        switch ending {
        case .grant: try await market.grant()
        case .interrupt: for process in processes { process.interrupt() }
        case .cancellation: for process in processes { process.cancel() }
        case .deadline, .patience: break
        }
      }
      try await clock.sleep(for: .seconds(20))
      let unfinished = processes.count { !$0.isFinished }
      #expect(unfinished == 0)
    }
    market.expectEven(grants: [first, second].count { $0 == .grant })
    #expect(journal.lines.count == market.users.count)
  }

  @Test("An urgent request at the moment at which a unit is handed on takes it from the one who has not gone on")
  func preemptionAtHandover() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let machine = PreemptiveResource("machine", capacity: 1, in: simulation)
    try simulation.run {
      let slow = simulation.start("slow") {
        try await clock.sleep(for: .seconds(1))
        do {
          try await machine.withUnit(priority: 5) { try await clock.sleep(for: .seconds(3)) }
        } catch let error as Interrupt { journal.note("slow hears: \(error.cause)") }
        // The loss of a unit that it has no more is not heard of.
        try await clock.sleep(for: .seconds(1))
        journal.note("slow goes on until \(clock.now.seconds)")
      }
      try await machine.withUnit(priority: 0) { try await clock.sleep(for: .seconds(2)) }
      slow.interrupt("too late")
      try await machine.withUnit(priority: 1) {
        #expect(machine.inUse == 1)
        try await clock.sleep(for: .seconds(1))
      }
      try await clock.sleep(for: .seconds(9))
    }
    #expect(machine.inUse == 0 && machine.preemptions == 1)
    #expect(journal.lines == ["slow hears: too late", "slow goes on until 3.0"])
  }

  @Test("What is met already counts in the order of the conditions, times among them")
  func pastTimes() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let bell = Signal<Void>(in: simulation)
    try simulation.run {
      bell.fire()
      try await clock.sleep(for: .seconds(3))
      #expect(try await simulation.firstOf(.at(SimulationTime(seconds: 2)), bell.fired) == 0)
      #expect(try await simulation.firstOf(bell.fired, .at(SimulationTime(seconds: 2))) == 0)
      #expect(try await simulation.firstOf(.after(.seconds(1)), bell.fired) == 1)
    }
  }
}

/// One user in each queue, and what there is to be had.
private struct CrowdedMarket: Sendable {
  let desk: Resource
  let machine: PreemptiveResource
  let shelf: Store<Int>
  let tank: Container
  let permits: Semaphore
  let taken = Counter()
  let isDeskGiven = Counter()
  let users: [@Sendable () async throws -> Void]

  init(_ simulation: ProcessSimulation, patience: SimulationDuration?) {
    let desk = Resource("desk", capacity: 1, in: simulation)
    let machine = PreemptiveResource("machine", capacity: 1, in: simulation)
    let shelf = Store<Int>("shelf", in: simulation)
    let tank = Container("tank", capacity: 4, in: simulation)
    let permits = Semaphore("permits", permits: 0, in: simulation)
    (self.desk, self.machine, self.shelf, self.tank, self.permits) = (desk, machine, shelf, tank, permits)
    let taken = taken
    users = [
      { if try await desk.request(patience: patience) == .granted { desk.release() } },
      { try await machine.withUnit(priority: 1) {} },
      { taken.add(try await shelf.take()) },
      {
        try await tank.take(1)
        taken.add()
      },
      {
        try await permits.wait()
        taken.add()
      },
      { if try await simulation.firstOf(desk.unit, deadline: patience) == 0 { desk.release() } },
    ]
  }

  func hold(_ clock: SimulationClock) async throws {
    try await desk.acquire()
    try await machine.withUnit(priority: 0) { try await clock.sleep(for: .seconds(1)) }
  }

  func grant() async throws {
    // The unit is the holder's to give once only.
    if isDeskGiven.value == 0 { desk.release() }
    isDeskGiven.add()
    try await shelf.put(1)
    try await tank.put(1)
    permits.signal()
  }

  func expectEven(grants: Int) {
    #expect(shelf.count + Int(tank.level) + permits.permits + taken.value == 3 * grants)
    #expect(desk.inUse == (grants > 0 ? 0 : 1) && machine.inUse == 0)
    #expect(desk.queueLength == 0 && machine.queueLength == 0 && permits.queueLength == 0)
    #expect(shelf.queueLengths.takers == 0 && tank.queueLengths.takers == 0)
  }
}
