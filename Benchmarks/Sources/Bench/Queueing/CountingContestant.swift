import SimulationKernel

/// Our side where a unit is what the model counts.
struct CountingContestant<Model: CountingModel>: Contestant {
  private var simulation: Simulation<Model>

  init(_ model: Model) {
    simulation = Simulation(model)
  }

  mutating func run(_ units: Int) {
    simulation.model.target = simulation.model.count + units
    simulation.run()
  }

  var digest: UInt64 { simulation.model.digest(at: simulation.now.seconds) }
}
