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

/// The examples of the landing page.
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

  static func both() throws -> Int {
    // snippet: both
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let metronome = simulation.attach(Metronome())
    try simulation.run {
      try await clock.sleep(for: .seconds(60))
    }
    // metronome.model.ticks is 59
    // end
    return metronome.model.ticks
  }
}
