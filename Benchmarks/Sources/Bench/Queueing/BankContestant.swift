import SimulationKernel

/// Our side of the M/M/1 queue; a unit is a customer, of two events.
struct BankContestant: Contestant {
  private var simulation: Simulation<Bank>

  init(seed: UInt64) {
    simulation = Simulation(Bank(seed: seed))
  }

  mutating func run(_ customers: Int) { simulation.run(maximumEvents: 2 * customers) }

  var digest: UInt64 { simulation.model.digest(at: simulation.now.seconds) }
}
