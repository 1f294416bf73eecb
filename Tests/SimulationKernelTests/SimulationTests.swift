import SimulationKernel
import Testing

@Suite("Simulation")
struct SimulationTests {
  @Test("A run handles all events in their order and ends when none is left")
  func exhausted() {
    var simulation = Simulation(Agenda(("a", 2), ("b", 1), ("c", 2), ("d", 0)))
    #expect(simulation.run() == .exhausted)
    #expect(simulation.model.log == ["d0.0", "b1.0", "a2.0", "c2.0"])
    #expect(simulation.now == SimulationTime(seconds: 2))
    #expect(simulation.eventCount == 4)
    #expect(simulation.pendingCount == 0)
  }

  @Test("Ranks order the events of one time")
  func ranks() {
    var simulation = Simulation(Agenda(at: 1, ("a", .late), ("b", .normal), ("c", .early), ("d", .normal)))
    simulation.run()
    #expect(simulation.model.log == ["c1.0", "b1.0", "d1.0", "a1.0"])
  }

  @Test("A time limit takes in the events at exactly that time, and the next run goes on after them")
  func timeLimit() {
    var simulation = Simulation(Agenda(("a", 1), ("b", 2), ("c", 2.0.nextUp), ("d", 4)))
    #expect(simulation.run(until: SimulationTime(seconds: 2)) == .timeLimit)
    #expect(simulation.model.log == ["a1.0", "b2.0"])
    #expect(simulation.now == SimulationTime(seconds: 2))
    #expect(simulation.run(until: SimulationTime(seconds: 3)) == .timeLimit)
    #expect(simulation.now == SimulationTime(seconds: 3))
    #expect(simulation.run(until: SimulationTime(seconds: 9)) == .exhausted)
    #expect(simulation.model.log.count == 4)
    #expect(simulation.now == SimulationTime(seconds: 9))
  }

  @Test("A run without events ends at its limit")
  func emptyRun() {
    var simulation = Simulation(Agenda())
    #expect(simulation.run() == .exhausted)
    #expect(simulation.now == .zero)
    simulation.run(until: SimulationTime(seconds: 5))
    #expect(simulation.now == SimulationTime(seconds: 5))
  }

  @Test("The model can stop a run after the event at hand, and it can be continued")
  func stopping() {
    var simulation = Simulation(Agenda(("a", 1), ("b", 1), ("c", 3), stoppingAt: "a"))
    #expect(simulation.run(until: SimulationTime(seconds: 2)) == .stopped)
    #expect(simulation.model.log == ["a1.0"])
    #expect(simulation.now == SimulationTime(seconds: 1))
    #expect(simulation.run() == .exhausted)
    #expect(simulation.model.log == ["a1.0", "b1.0", "c3.0"])
  }

  @Test("An event limit counts the events of one call")
  func eventLimit() {
    var simulation = Simulation(Agenda(("a", 1), ("b", 2), ("c", 3)))
    #expect(simulation.run(maximumEvents: 0) == .eventLimit)
    #expect(simulation.run(maximumEvents: 2) == .eventLimit)
    #expect(simulation.model.log == ["a1.0", "b2.0"])
    #expect(simulation.now == SimulationTime(seconds: 2))
    #expect(simulation.run(maximumEvents: 2) == .exhausted)
  }

  @Test("Pieces of a run are the whole run", arguments: [1, 7, 400])
  func pieces(eventsInAPiece: Int) {
    var whole = Simulation(Walkers(20))
    whole.run(maximumEvents: 1_200)
    var pieces = Simulation(Walkers(20))
    while pieces.eventCount < 1_200 {
      pieces.run(maximumEvents: min(eventsInAPiece, 1_200 - pieces.eventCount))
    }
    #expect(pieces.model.positions == whole.model.positions)
    #expect(pieces.fingerprint == whole.fingerprint)
    #expect(pieces.now == whole.now)
  }

  @Test("Events can be scheduled from outside between runs")
  func fromOutside() {
    var simulation = Simulation(Agenda(("a", 1)))
    simulation.run(until: SimulationTime(seconds: 2))
    simulation.intervene { $1.schedule(Agenda.Entry(name: "z", stops: false), after: .seconds(0.5)) }
    #expect(simulation.run() == .exhausted)
    #expect(simulation.model.log == ["a1.0", "z2.5"])
  }

  @Test("A copy is another world that goes its own way")
  func forks() {
    var original = Simulation(Walkers(10))
    original.run(maximumEvents: 500)
    var fork = original
    let (positions, hash, now) = (original.model.positions, original.fingerprint, original.now)
    fork.intervene { $1.schedule(Walkers.Step(walker: 0), after: .zero, rank: .early) }
    fork.run(maximumEvents: 500)
    #expect(original.model.positions == positions)
    #expect(original.fingerprint == hash)
    #expect(original.now == now)
    original.run(maximumEvents: 500)
    #expect(original.fingerprint != fork.fingerprint)
  }

  @Test("A limit before the present ends the program")
  func limitInThePast() async {
    await #expect(processExitsWith: .failure) {
      var simulation = Simulation(Agenda(("a", 2), ("b", 3)))
      simulation.run(until: SimulationTime(seconds: 2))
      simulation.run(until: SimulationTime(seconds: 1))
    }
  }
}
