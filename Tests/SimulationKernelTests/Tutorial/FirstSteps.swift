import SimulationKernel

// snippet: metronome
struct Metronome: SimulationModel {
  enum Event: BitwiseCopyable { case tick }
  var ticks = 0

  mutating func start(in scheduler: inout Scheduler<Event>) {
    scheduler.schedule(.tick, after: .seconds(1))
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    ticks += 1
    scheduler.schedule(.tick, after: .seconds(1))
  }
}
// end

/// The two examples of the landing page.
enum FirstSteps {
  static func ticks() -> Int {
    // snippet: metronome-run
    var simulation = Simulation(Metronome())
    simulation.run(until: SimulationTime(seconds: 60))
    // simulation.model.ticks is 60
    // end
    return simulation.model.ticks
  }

  static func desk() throws -> Double {
    // snippet: desk
    let simulation = ProcessSimulation()
    let desk = Resource("desk", capacity: 2, in: simulation)
    let clock = simulation.clock
    try simulation.run {
      for number in 0..<5 {
        simulation.start("customer", number) {
          try await desk.withUnit { try await clock.sleep(for: .seconds(30)) }
        }
      }
      try await clock.sleep(for: .seconds(90))
    }
    // desk.waits.mean is 24
    // end
    return desk.waits.mean
  }
}
