import SimulationKernel
import Testing

@Suite("Started processes")
struct ProcessTests {
  private struct Failure: Error {}

  private let simulation = ProcessSimulation()
  private let journal = Journal()

  @Test("A process begins after all that is ready, lives on its own, and ends for those who wait for it")
  func life() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    try simulation.run {
      let worker = simulation.start("worker", 7) {
        journal.note("begins")
        try await clock.sleep(for: .seconds(4))
        journal.note("ends")
      }
      journal.note("\(worker.name) \(worker.isFinished)")
      try await clock.sleep(for: .seconds(1))
      try await worker.finished()
      journal.note("finished \(worker.isFinished) at \(clock.now.seconds)")
      try await worker.finished()
      journal.note("again at \(clock.now.seconds)")
    }
    #expect(
      journal.lines == ["worker 7 false", "begins", "ends", "finished true at 4.0", "again at 4.0"])
  }

  @Test("A handle stays that of the ended process, though its record is used again")
  func reusedRecord() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    try simulation.run {
      let first = simulation.start("first") {}
      try await first.finished()
      let second = simulation.start("second") { try await clock.sleep(for: .seconds(1)) }
      #expect(first != second && first.isFinished && !second.isFinished)
      first.cancel()
      first.interrupt()
      #expect(first.name == "" && second.name == "second")
      try await second.finished()
    }
    #expect(simulation.now == SimulationTime(seconds: 1))
  }

  @Test("A process that throws ends the run with its name, the time and what it threw")
  func failure() {
    let (simulation, clock) = (simulation, simulation.clock)
    let expected = SimulationError.processFailed(
      name: "clerk 3", at: SimulationTime(seconds: 2), underlying: "Failure()")
    #expect(throws: expected) {
      try simulation.run {
        simulation.start("clerk", 3) {
          try await clock.sleep(for: .seconds(2))
          throw Failure()
        }
        try await clock.sleep(for: .seconds(9))
      }
    }
    #expect(simulation.processCount == 0)
    #expect(expected.description == "at 2.0 s of simulated time process 'clerk 3' failed: Failure()")
  }

  @Test("A process that is cancelled ends quietly, with its children, at that time")
  func cancellation() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    try simulation.run {
      let worker = simulation.start("worker") {
        async let child: Void = clock.sleep(for: .seconds(50))
        do { try await child } catch { journal.note("child: \(error) at \(clock.now.seconds)") }
        try await clock.sleep(for: .seconds(50))
        journal.note("not reached")
      }
      let idler = simulation.start("idler") { try await clock.sleep(for: .seconds(50)) }
      try await clock.sleep(for: .seconds(3))
      worker.cancel()
      idler.cancel()
      try await worker.finished()
      try await idler.finished()
    }
    #expect(journal.lines == ["child: CancellationError() at 3.0"])
    #expect(simulation.now == SimulationTime(seconds: 3))
  }

  @Test("A process that comes back from its children is known again: it can be interrupted and cancelled")
  func backFromChildren() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    try simulation.run {
      let parent = simulation.start("parent") {
        async let one: Void = clock.sleep(for: .seconds(1))
        async let two: Void = clock.sleep(for: .seconds(2))
        _ = try await (one, two)
        #expect(simulation.current?.name == "parent")
        do { try await clock.sleep(for: .seconds(50)) } catch let error as Interrupt { journal.note("\(error)") }
        try await clock.sleep(for: .seconds(50))
      }
      try await clock.sleep(for: .seconds(5))
      parent.interrupt("phone")
      try await clock.sleep(for: .seconds(1))
      parent.cancel()
      try await parent.finished()
    }
    #expect(journal.lines == ["interrupted at 5.0 s: phone"])
    #expect(simulation.now == SimulationTime(seconds: 6))
  }

  @Test("When the root returns, processes that still wait are unwound, and nothing of them stays")
  func unwinding() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let desk = Resource("desk", capacity: 1, in: simulation)
    try simulation.run {
      for number in 0..<3 {
        let witness = Witness(journal)
        simulation.start("customer", number) {
          try await desk.withUnit { try await clock.sleep(for: .seconds(100)) }
          witness.testify()
        }
      }
      try await clock.sleep(for: .seconds(1))
    }
    #expect(journal.lines == ["gone", "gone", "gone"])
    #expect(desk.inUse == 0 && desk.queueLength == 0)
    #expect(simulation.processCount == 0)
    #expect(simulation.now == SimulationTime(seconds: 1))
  }

  @Test("A hundred thousand suspended processes are unwound")
  func manyUnwound() throws {
    let (simulation, clock, counter) = (simulation, simulation.clock, Counter())
    for number in 0..<100_000 {
      simulation.start("p", number) {
        defer { counter.add() }
        try await clock.sleep(for: .seconds(Double(1 + number % 10)))
      }
    }
    try simulation.run(until: .zero)
    #expect(simulation.processCount == 100_000)
    simulation.end()
    #expect(simulation.processCount == 0)
    #expect(counter.value == 100_000)
    #expect(simulation.eventCount == 0)
  }

  @Test("Processes of a simulation that nobody has any more are unwound")
  func forgottenSimulation() throws {
    let journal = journal
    do {
      let forgotten = ProcessSimulation()
      let clock = forgotten.clock
      let witness = Witness(journal)
      forgotten.start("a") {
        try await clock.sleep(for: .seconds(9))
        witness.testify()
      }
      forgotten.start("never begun") { journal.note("begun") }
      try forgotten.run(until: .zero)
      forgotten.start("never begun") { journal.note("begun") }
    }
    #expect(journal.lines == ["begun", "gone"])
  }

  @Test("A deadlock says who waits for what, and who has it; at most ten, then how many more")
  func deadlock() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let desk = Resource("desk", capacity: 1, in: simulation)
    let bell = Signal<Void>("bell", in: simulation)
    let error = #expect(throws: SimulationError.self) {
      try simulation.run {
        for number in 0..<12 {
          simulation.start("customer", number) {
            try await desk.withUnit { try await bell.wait() }
          }
        }
        try await clock.sleep(for: .seconds(1))
        try await simulation.start("guest") { try await bell.wait() }.finished()
      }
    }
    guard case .deadlock(let time, let waiting)? = error else { return }
    #expect(time == SimulationTime(seconds: 1))
    #expect(waiting.count == 11)
    #expect(waiting.first == "root waits for the end of 'guest'")
    #expect(waiting[1] == "customer 0 waits for signal 'bell'")
    #expect(waiting[2] == "customer 1 waits for a unit of 'desk', which is held by customer 0")
    #expect(waiting.last == "4 more wait")
  }

  @Test("An observer is told every step")
  func observer() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    var lines: [String] = []
    simulation.observe { lines.append($0.description) }
    try simulation.run { try await clock.sleep(for: .seconds(2)) }
    simulation.observe(nil)
    try simulation.run { try await clock.sleep(for: .seconds(2)) }
    #expect(
      lines == [
        "0.0 s: root starts", "0.0 s: root waits for a time", "2.0 s: root goes on", "2.0 s: root ends",
      ])
  }
}
