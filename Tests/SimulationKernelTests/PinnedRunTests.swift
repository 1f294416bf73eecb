import RandomStreams
import SimulationKernel
import Testing

/// Runs whose fingerprints stand here: they are the same in debug and in release, on every machine, today and later.
///
/// A change of a fingerprint is a change of what users' models do. It has to be meant, and to be told.
@Suite("Pinned runs")
struct PinnedRunTests {
  @Test("Patients who come, queue, lose heart and leave", arguments: EventListStructure.allCases)
  func events(structure: EventListStructure) {
    for (size, expected) in [(12, 10_562_676_157_619_750_441), (500, 2_684_569_692_709_544_771)] as [(Int, UInt64)] {
      var simulation = Simulation(Ward(size), eventList: structure)
      simulation.run(maximumEvents: 3_000)
      #expect(simulation.fingerprint.value == expected)
    }
  }

  @Test("Walkers at equal times", arguments: EventListStructure.allCases)
  func ties(structure: EventListStructure) {
    var simulation = Simulation(Walkers(300), eventList: structure)
    simulation.run(maximumEvents: 3_000)
    #expect(simulation.fingerprint.value == 5_700_402_309_801_025_179)
  }

  @Test("A market of processes with child tasks, resources and cancellation")
  func processes() throws {
    let outcome = try Market.play()
    #expect(outcome.fingerprint.value == 3_591_828_569_397_975_762)
  }

  @Test("Customers in process style who draw their times")
  func drawnTimes() throws {
    let fingerprint = try Self.shop()
    #expect(fingerprint.value == 12_712_067_477_237_170_093)
  }

  /// A queue of two servers, each customer a process with a stream of its own.
  private static func shop() throws -> Fingerprint {
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let desk = Resource("desk", capacity: 2, in: simulation)
    let streams = StreamFamily(rootSeed: 5, replication: 0)
    try simulation.run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for customer in 0..<100 {
          var stream = streams.named("customer").stream(for: StreamEntity(customer))
          let (arrival, service) = (stream.exponential(mean: 50), stream.exponential(mean: 1.5))
          group.addTask {
            try await clock.sleep(for: .seconds(arrival))
            try await desk.withUnit { try await clock.sleep(for: .seconds(service)) }
          }
        }
        try await group.waitForAll()
      }
    }
    return simulation.fingerprint
  }
}
