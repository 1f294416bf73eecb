import RandomStreams
import SimulationKernel

/// Machines that break down, each a process, and a few who repair them, a resource; all times are exponential.
///
/// All processes are on one thread; that is what `@unchecked Sendable` stands for.
final class MachineShop: @unchecked Sendable {
  private let simulation = ProcessSimulation()
  private let repairers: Resource
  private let meanUp: Double
  private let streams: NamedStreams
  private var broken = TimeWeightedAverage()

  /// - Parameters:
  ///   - meanUp: How long a machine works on average, in mean repairs.
  ///   - broken: How many are broken at time 0.
  init(machines: Int, repairers: Int, meanUp: Double, broken: Int, streams: StreamFamily) {
    self.repairers = Resource("repairers", capacity: repairers, in: simulation)
    self.meanUp = meanUp
    self.streams = streams.named("machines")
    for machine in 0..<machines {
      simulation.start("machine", machine) { [self] in try await live(machine, isBroken: machine < broken) }
    }
  }

  func play(until end: SimulationTime) throws {
    try simulation.run(until: end)
    simulation.end()
  }

  private func live(_ machine: Int, isBroken: Bool) async throws {
    let clock = simulation.clock
    var stream = streams.stream(for: StreamEntity(machine))
    if !isBroken { try await clock.sleep(for: .seconds(stream.exponential(mean: meanUp))) }
    while true {
      broken.change(by: 1, at: clock.now)
      try await repairers.withUnit { try await clock.sleep(for: .seconds(stream.exponential(mean: 1))) }
      broken.change(by: -1, at: clock.now)
      try await clock.sleep(for: .seconds(stream.exponential(mean: meanUp)))
    }
  }

  /// The time average of the machines that wait or are repaired.
  var meanBroken: Double { broken.average(until: simulation.now) }
  /// The share of the repairers' time in which they work.
  var utilization: Double { repairers.utilization }
}
