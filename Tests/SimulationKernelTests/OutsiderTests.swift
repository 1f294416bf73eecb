import SimulationKernel
import Testing

@Suite("Tasks and simulations that do not belong together")
struct OutsiderTests {
  @Test("An unstructured task that begins on the thread of the simulation cannot wait in it")
  func immediateTask() async {
    await #expect(processExitsWith: .failure) {
      let simulation = ProcessSimulation()
      let clock = simulation.clock
      try simulation.run {
        let task = Task.immediate { try await clock.sleep(for: .seconds(1)) }
        try await task.value
      }
    }
  }

  @Test("Child tasks that begin at once are child tasks as others are")
  func immediateChild() throws {
    let (simulation, journal) = (ProcessSimulation(), Journal())
    let clock = simulation.clock
    try simulation.run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 1...3 {
          group.addImmediateTask {
            journal.note("\(number) begins")
            try await clock.sleep(for: .seconds(Double(4 - number)))
            journal.note("\(number) at \(clock.now.seconds)")
          }
        }
        journal.note("parent")
        try await group.waitForAll()
      }
    }
    #expect(
      journal.lines == ["1 begins", "2 begins", "3 begins", "parent", "3 at 1.0", "2 at 2.0", "1 at 3.0"])
  }

  @Test("A process cannot wait in another simulation, not even in one that runs around its own")
  func nested() async {
    await #expect(processExitsWith: .failure) {
      let outer = ProcessSimulation()
      try outer.run {
        let inner = ProcessSimulation()
        try inner.run { try await outer.clock.sleep(for: .seconds(1)) }
      }
    }
    await #expect(processExitsWith: .failure) {
      let (one, other) = (ProcessSimulation(), ProcessSimulation())
      let bell = Signal<Void>(in: other)
      try one.run { _ = try await one.firstOf(bell.fired, deadline: .seconds(1)) }
    }
  }

  @Test("A simulation runs to its end inside a process of another")
  func inner() throws {
    let outer = ProcessSimulation()
    let times = try outer.run {
      try await outer.clock.sleep(for: .seconds(1))
      let inner = ProcessSimulation()
      let end = try inner.run {
        async let child: Void = inner.clock.sleep(for: .seconds(7))
        try await child
        return inner.now.seconds
      }
      async let child: Void = outer.clock.sleep(for: .seconds(1))
      try await child
      return [end, outer.now.seconds]
    }
    #expect(times == [7, 2])
  }

  @Test("Processes that meet in an actor of the model stay in the simulation")
  func actor() throws {
    actor Ledger {
      private var entries: [Double] = []
      func post(_ clock: SimulationClock, after delay: Double) async throws -> Int {
        try await clock.sleep(for: .seconds(delay))
        // A process that parks in an actor comes back into it, not only to the thread.
        preconditionIsolated()
        entries.append(clock.now.seconds)
        return entries.count
      }
    }
    let simulation = ProcessSimulation()
    let (clock, journal, ledger) = (simulation.clock, Journal(), Ledger())
    try simulation.run {
      let clerks = [3.0, 1, 2].map { delay in
        simulation.start("clerk") {
          let place = try await ledger.post(clock, after: delay)
          journal.note("\(place) at \(clock.now.seconds)")
        }
      }
      for clerk in clerks { try await clerk.finished() }
    }
    #expect(journal.lines == ["1 at 1.0", "2 at 2.0", "3 at 3.0"])
  }

  @Test("A simulation that nobody has any more lets go of what waits in it")
  func deallocated() throws {
    let journal = Journal()
    do {
      let simulation = ProcessSimulation()
      let clock = simulation.clock
      simulation.start("sleeper") {
        let witness = Witness(journal)
        try await clock.sleep(for: .seconds(9))
        witness.testify()
      }
      try simulation.run(until: SimulationTime(seconds: 1))
    }
    #expect(journal.lines == ["gone"])
  }

  private struct Idle: SimulationModel {
    var state = 5
    func start(in scheduler: inout Scheduler<Bool>) {}
    func handle(_ event: Bool, in scheduler: inout Scheduler<Bool>) {}
  }

  @Test("An attached model can be read when its simulation has gone, and not be used")
  func modelWithoutSimulation() async {
    let model = ProcessSimulation().attach(Idle())
    #expect(model.model.state == 5 && model.eventCount == 0 && model.pendingCount == 0)
    await #expect(processExitsWith: .failure) {
      let model = ProcessSimulation().attach(Idle())
      model.schedule(true, after: .zero)
    }
  }

  /// Holds what belongs to its simulation, as a model does that wakes processes.
  private struct Clocked: SimulationModel {
    let clock: SimulationClock
    func start(in scheduler: inout Scheduler<Bool>) {}
    func handle(_ event: Bool, in scheduler: inout Scheduler<Bool>) {}
  }

  @Test("An attached model that holds the clock of a simulation that has gone cannot be used either")
  func clockedModelWithoutSimulation() async {
    await #expect(processExitsWith: .failure) {
      var simulation: ProcessSimulation? = ProcessSimulation()
      let model = try #require(simulation).attach(Clocked(clock: try #require(simulation).clock))
      model.schedule(true, after: .zero)
      simulation = nil
      model.schedule(true, after: .zero)
    }
  }

  // As text: what a test that exits captures is encoded, and no encoding knows such numbers.
  @Test("Lengths of time that are negative, endless or no numbers end the program", arguments: ["-1", "inf", "nan"])
  func lengths(seconds: String) async {
    await #expect(processExitsWith: .failure) { [seconds] in
      let simulation = ProcessSimulation()
      let desk = Resource("desk", capacity: 1, in: simulation)
      try simulation.run {
        try await simulation.clock.sleep(for: .seconds(5))
        try await desk.acquire()
        _ = try await desk.request(patience: Double(seconds).map { .seconds($0) })
      }
    }
    await #expect(processExitsWith: .failure) { [seconds] in
      let simulation = ProcessSimulation()
      try simulation.run {
        try await simulation.clock.sleep(for: .seconds(5))
        _ = try await simulation.firstOf(.after(.seconds(Double(seconds) ?? 0)), deadline: .seconds(1))
      }
    }
  }

  @Test("What is wrong with a length of time is said with the time and the process")
  func message() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let simulation = ProcessSimulation()
      simulation.start("clerk", 3) {
        try await simulation.clock.sleep(for: .seconds(5))
        try await simulation.clock.sleep(for: .seconds(-1))
      }
      try simulation.run(until: nil)
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("at 5.0 s: a sleep of 'clerk 3' lasts -1.0 s; it must be finite and at least 0"))
  }

  @Test("Two runs that differ in who goes on first at one time have different fingerprints")
  func fingerprint() throws {
    func run(_ order: [Int]) throws -> Fingerprint {
      let simulation = ProcessSimulation()
      let bells = (0..<2).map { _ in Signal<Void>(in: simulation) }
      for bell in bells { simulation.start("p") { try await bell.wait() } }
      try simulation.run {
        try await simulation.clock.sleep(for: .seconds(1))
        for index in order { bells[index].fire() }
        try await simulation.clock.sleep(for: .seconds(1))
      }
      return simulation.fingerprint
    }
    #expect(try run([0, 1]) == run([0, 1]))
    #expect(try run([0, 1]) != run([1, 0]))
  }
}
