import SimulationKernel

/// The process switch in event style, as a baseline for the processes.
struct SleepersContestant: Contestant {
  private var simulation: Simulation<Sleepers>

  init(_ places: UnsafeMutablePointer<Place>, count: Int) {
    simulation = Simulation(Sleepers(table: places, count: count))
  }

  mutating func run(_ events: Int) { simulation.run(maximumEvents: events) }

  var digest: UInt64 { simulation.model.order }
}
