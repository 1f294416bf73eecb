import Foundation
import SimulationKernel
import Testing

@Suite("StopRequest")
struct StopRequestTests {
  /// Utters a wish at one event of a run.
  private struct Impatient: SimulationObserver {
    let stop: StopRequest
    let patience: Int
    var events = 0

    mutating func didHandle(_ event: HandledEvent<Walkers.Step>, in model: Walkers) {
      events += 1
      if events == patience { stop.request() }
    }
  }

  @Test(
    "A request ends the run within 1,024 events, and a further run goes on as if nothing had happened",
    arguments: [(1, 1_024), (1_024, 1_024), (1_025, 2_048), (2_500, 3_072)])
  func request(at event: Int, endsAt count: Int) {
    let stop = StopRequest()
    var impatient = Impatient(stop: stop, patience: event)
    var simulation = Simulation(Walkers(20))
    #expect(simulation.run(until: SimulationTime(seconds: 1e9), stop: stop, observer: &impatient) == .request)
    #expect(simulation.eventCount == count)
    #expect(simulation.now < SimulationTime(seconds: 1e9))
    simulation.run(maximumEvents: 4_000 - count)
    var whole = Simulation(Walkers(20))
    whole.run(maximumEvents: 4_000)
    #expect(simulation.fingerprint == whole.fingerprint)
    #expect(simulation.now == whole.now)
  }

  @Test("Another thread can end a run that has no other end")
  func otherThread() {
    let stop = StopRequest()
    var simulation = Simulation(Walkers(20))
    Thread { stop.request() }.start()
    #expect(simulation.run(stop: stop) == .request)
    #expect(simulation.eventCount.isMultiple(of: 1_024))
    simulation.run(maximumEvents: 100)
    var whole = Simulation(Walkers(20))
    whole.run(maximumEvents: simulation.eventCount)
    #expect(simulation.fingerprint == whole.fingerprint)
  }

  @Test("A request before the run lets nothing happen, unless nothing is left to happen")
  func before() {
    let stop = StopRequest()
    stop.request()
    var simulation = Simulation(Agenda(("a", 1)))
    #expect(simulation.run(until: SimulationTime(seconds: 5), stop: stop) == .request)
    #expect(simulation.now == .zero)
    #expect(simulation.model.log.isEmpty)
    simulation.run()
    #expect(simulation.run(until: SimulationTime(seconds: 5), stop: stop) == .exhausted)
    #expect(simulation.now == SimulationTime(seconds: 5))
  }

  @Test("An event limit at the end of a piece, or within one, is an event limit", arguments: [0, 1_023, 1_024, 2_050])
  func eventLimit(events: Int) {
    var simulation = Simulation(Walkers(20))
    #expect(simulation.run(maximumEvents: events, stop: StopRequest()) == .eventLimit)
    #expect(simulation.eventCount == events)
  }
}
