import RandomStreams
import SimulationKernel

/// What one day of the bank showed.
struct BankDay: Hashable {
  var served: Int
  var meanWait: Double
  var shareLost: Double
  /// Runs the bank in event style.
  static func byEvents(_ streams: StreamFamily) -> BankDay {
    // snippet: bank-run-events
    var simulation = Simulation(Bank(streams))
    simulation.run(until: nineHours)
    let bank = simulation.model
    let day = BankDay(
      served: bank.waits.sink.count, meanWait: bank.waits.sink.mean, shareLost: bank.losses.sink.mean)
    // end
    return day
  }

  /// Runs the bank in process style.
  static func byProcesses(_ streams: StreamFamily) throws -> BankDay {
    // snippet: bank-processes
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let desks = Resource("desk", capacity: 2, in: simulation)

    simulation.start("door") {
      var arrivals = streams.stream("arrivals")
      let services = streams.named("services")
      let patiences = streams.named("patiences")
      for number in 0... {
        try await clock.sleep(for: .seconds(arrivals.exponential(mean: 60)))
        simulation.start("customer", number) {
          var service = services.stream(for: StreamEntity(number))
          var patience = patiences.stream(for: StreamEntity(number))
          _ = try await desks.withUnits(1, patience: .seconds(patience.exponential(mean: 300))) {
            try await clock.sleep(for: .seconds(service.exponential(mean: 100)))
          }
        }
      }
    }
    // end
    // snippet: bank-run-processes
    try simulation.run(until: oneHour)
    desks.resetStatistics()
    try simulation.run(until: nineHours)
    let shareLost = Double(desks.reneged) / Double(desks.reneged + desks.waits.count)
    // end
    defer { simulation.end() }
    return BankDay(served: desks.waits.count, meanWait: desks.waits.mean, shareLost: shareLost)
  }
}
