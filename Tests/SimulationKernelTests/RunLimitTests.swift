import SimulationKernel
import Testing

@Suite("Limits of a run of processes")
struct RunLimitTests {
  private let simulation = ProcessSimulation()

  private func startTicker() -> Counter {
    let (clock, counter) = (simulation.clock, Counter())
    simulation.start("ticker") {
      while true {
        try await clock.sleep(for: .seconds(1))
        counter.add()
      }
    }
    return counter
  }

  @Test("Events at exactly the limit are handled, and a further run goes on from there")
  func time() throws {
    let ticks = startTicker()
    #expect(try simulation.run(until: SimulationTime(seconds: 3)) == .timeLimit)
    #expect(ticks.value == 3)
    #expect(try simulation.run(until: SimulationTime(seconds: 4.5)) == .timeLimit)
    #expect(ticks.value == 4)
    #expect(simulation.now == SimulationTime(seconds: 4.5))
    simulation.end()
  }

  @Test("A run ends after a number of events, at a condition, or when someone asks for it")
  func others() throws {
    let ticks = startTicker()
    #expect(try simulation.run(until: nil, maximumEvents: 5) == .eventLimit)
    #expect(ticks.value == 5)
    #expect(try simulation.run(until: nil, condition: { ticks.value == 8 }) == .stopped)
    #expect(ticks.value == 8)
    let stop = StopRequest()
    let (clock, now) = (simulation.clock, simulation.now)
    simulation.start("user") {
      try await clock.sleep(until: now + .seconds(100))
      stop.request()
    }
    #expect(try simulation.run(until: nil, stop: stop) == .stopped)
    #expect((108...108 + 1_024).contains(ticks.value))
    simulation.end()
  }

  @Test("Where nothing is left the run says so, the clock stands at the limit, and who waits is known")
  func exhausted() throws {
    let bell = Signal<Void>("bell", in: simulation)
    simulation.start("guest") { try await bell.wait() }
    #expect(try simulation.run(until: SimulationTime(seconds: 7)) == .exhausted)
    #expect(simulation.now == SimulationTime(seconds: 7))
    #expect(simulation.waiting == ["guest waits for signal 'bell'"])
    bell.fire()
    #expect(try simulation.run(until: nil) == .exhausted)
    #expect(simulation.processCount == 0)
  }

  @Test("A limit that is past ends the program")
  func past() async {
    await #expect(processExitsWith: .failure) {
      let simulation = ProcessSimulation()
      try simulation.run(until: SimulationTime(seconds: 2))
      try simulation.run(until: SimulationTime(seconds: 1))
    }
  }
}
