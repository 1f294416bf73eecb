import RandomStreams
import SimulationKernel
import TestSupport
import Testing

@testable import Agents

@Suite("Serving at the ends of the ranges")
struct ServingExtremesTests {
  // A full bucket is one rounding error of the time away: the wait for it must not be lost beside the time.
  @Test("A wait that is shorter than the clock can tell ends all the same", .timeLimit(.minutes(1)))
  func shortWaits() throws {
    let world = ServingWorld { serving in
      serving.promptTokens = .lognormal(median: 1e9, sigma: 0)
      serving.concurrency = 1_000
      serving.rateLimit.tokens = 1e15
      serving.rateLimit.burst = 1e-3
      serving.rateLimit.excess = .wait
    }
    let (backend, clock) = (world.backend, world.simulation.clock)
    let completions = try world.simulation.run {
      try await clock.sleep(for: .seconds(1e6))
      return try await backend.complete((0..<200).map { .asked(task: $0) })
    }
    #expect(completions.allSatisfy { $0.failure == nil })
  }

  // Every question comes some 10⁹ changes after the one before. Right code fails one seed in 10⁷; a difference of 0.06
  // is found with probability 0.99.
  @Test("Outages that are short beside the time between calls are drawn, not played", .timeLimit(.minutes(1)))
  func shortOutages() {
    var clock = OutageClock(
      OutageProfile(availability: 0.7, meanSeconds: 1e-3), StreamFamily(rootSeed: 1, replication: 0).stream("outages"))
    let times = 1...4_000
    let served = times.count { !clock.isOut(at: Double($0) * 1e6) }
    expectProportion(served, of: times.count, equals: 0.7, falseAlarm: 1e-7)
    let found = smallestDetectableProportionDifference(n: times.count, p: 0.7, falseAlarm: 1e-7, power: 0.99)
    #expect(found < 0.06)
  }
}
