import SimulationKernel
import Testing

@Suite("Ends of processes and of runs")
struct ProcessEndTests {
  private let simulation = ProcessSimulation()
  private let journal = Journal()

  @Test("An error that a process makes of the end of a run does not fail the next run")
  func errorWhileUnwinding() throws {
    struct Wrapped: Error {}
    let (simulation, clock) = (simulation, simulation.clock)
    try simulation.run {
      simulation.start("wrapper") {
        do { try await clock.sleep(for: .seconds(9)) } catch { throw Wrapped() }
      }
      try await clock.sleep(for: .seconds(1))
    }
    let result = try simulation.run { 7 }
    #expect(result == 7)
  }

  @Test("A run that only stale wake-ups are left for is exhausted")
  func exhausted() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let sleeper = simulation.start("sleeper") { try await clock.sleep(for: .seconds(1_000)) }
    simulation.start("alarm") {
      try await clock.sleep(for: .seconds(1))
      sleeper.cancel()
    }
    #expect(try simulation.run(until: SimulationTime(seconds: 10)) == .exhausted)
    #expect(simulation.processCount == 0)
  }

  @Test("A model in event style that stops the run of a root makes no deadlock of it")
  func stoppedByModel() throws {
    struct Stopper: SimulationModel {
      func start(in scheduler: inout Scheduler<Bool>) { scheduler.schedule(true, after: .seconds(2)) }
      func handle(_ event: Bool, in scheduler: inout Scheduler<Bool>) { scheduler.stop() }
    }
    let (simulation, clock) = (simulation, simulation.clock)
    _ = simulation.attach(Stopper())
    let error = #expect(throws: SimulationError.self) {
      try simulation.run { try await clock.sleep(for: .seconds(5)) }
    }
    #expect(error == .stopped(at: SimulationTime(seconds: 2)))
    #expect(error?.description.contains("an attached model stopped the run") == true)
  }

  @Test("Processes that go on for ever within one time can be stopped")
  func livelock() throws {
    let (simulation, stop) = (simulation, StopRequest())
    let ping = Store<Int>("ping", in: simulation)
    let pong = Store<Int>("pong", in: simulation)
    simulation.start("ping") {
      for round in 0... {
        if round == 5_000 { stop.request() }
        if round == 500_000 { return }
        try await pong.put(round)
        _ = try await ping.take()
      }
    }
    simulation.start("pong") { while true { try await ping.put(try await pong.take()) } }
    #expect(try simulation.run(until: nil, stop: stop) == .stopped)
    #expect(simulation.processCount == 2)
    simulation.end()
    #expect(simulation.processCount == 0)
  }

  @Test("A process that is joined by its own child task is a deadlock with names")
  func ownEndFromChild() throws {
    let simulation = simulation
    let error = #expect(throws: SimulationError.self) {
      try simulation.run {
        guard let me = simulation.current else { return }
        async let child: Void = me.finished()
        try await child
      }
    }
    #expect(error == .deadlock(at: .zero, waiting: ["a child task waits for the end of 'root'"]))
  }

  @Test("Who waits for the end of a process that is cancelled before it began goes on at once")
  func cancelledBeforeBeginning() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    try simulation.run {
      let process = simulation.start("p") { try await clock.sleep(for: .seconds(5)) }
      process.cancel()
      process.interrupt()
      try await process.finished()
      journal.note("\(clock.now.seconds)")
    }
    #expect(journal.lines == ["0.0"])
  }

  @Test("Timers that have lost their meaning do not fill the event list, and change no order")
  func staleTimers() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let desk = Resource("desk", capacity: 1, in: simulation)
    try simulation.run {
      for _ in 0..<5_000 {
        let end: Void? = try await simulation.withDeadline(.seconds(1e6)) { try await clock.sleep(for: .seconds(1)) }
        #expect(end != nil)
      }
      for _ in 0..<1_000 {
        simulation.start("user") { try await desk.withUnit { try await clock.sleep(for: .seconds(1)) } }
        try await clock.sleep(for: .zero)
        #expect(try await desk.request(patience: .seconds(1e6)) == .granted)
        desk.release()
      }
    }
    #expect(simulation.pendingCount < 3_000)
  }

  /// Ways to take no notice of the end of one's waits.
  enum Stubbornness: CaseIterable, Sendable {
    case unwound, cancelled, late, child
  }

  @Test(
    "A process that waits on and on when its waits are refused ends the run by name", arguments: Stubbornness.allCases)
  func stubborn(way: Stubbornness) {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let error = #expect(throws: SimulationError.self) {
      try simulation.run {
        simulation.start("bystander") {
          do { try await clock.sleep(for: .seconds(50)) } catch {
            try? await clock.sleep(for: .seconds(1))
            journal.note("bystander ends")
          }
        }
        let mule = simulation.start("mule") {
          switch way {
          case .unwound, .cancelled: while true { try? await clock.sleep(for: .seconds(1)) }
          case .late:
            let _: Void? = try await simulation.withDeadline(.seconds(2)) {
              while true { try? await clock.sleep(for: .seconds(1)) }
            }
          case .child:
            await withTaskGroup(of: Void.self) { group in
              group.addTask { while true { try? await clock.sleep(for: .seconds(1)) } }
            }
          }
        }
        try await clock.sleep(for: .seconds(2.5))
        if way == .cancelled { mule.cancel() }
        try await clock.sleep(for: .zero)
      }
    }
    let time = SimulationTime(seconds: way == .late ? 2 : 2.5)
    #expect(error == .doesNotEnd(name: way == .child ? "a child task" : "mule", at: time))
    #expect(journal.lines == ["bystander ends"])
  }
}
