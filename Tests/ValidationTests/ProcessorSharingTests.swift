import RandomStreams
import SimulationKernel
import TestSupport
import Testing

/// A server that is shared evenly, against its closed forms.
///
/// 48 independent replications, each stationary from its beginning. Right code fails each test with probability 10⁻⁶,
/// divided among its comparisons. Found with probability 0.99, at 8.6 standard errors: 22 % in the mean number, 9 %
/// in the utilization, 25 % in the slowdown of a kind of customers.
@Suite("Processor sharing")
struct ProcessorSharingTests {
  private static let load = 0.5

  @Test("M/G/1-PS: the number is that of M/M/1, whatever the law of the sizes", arguments: ServiceLaw.allCases)
  func number(law: ServiceLaw) {
    let processors = Self.play(law)
    expectMean(processors.map(\.meanNumber), equals: Self.load / (1 - Self.load), falseAlarm: 5e-7)
    expectMean(processors.map(\.utilization), equals: Self.load, falseAlarm: 5e-7)
  }

  @Test(
    "M/G/1-PS: small and large customers are slowed down alike, by 1 / (1 - ρ)",
    arguments: [ServiceLaw.exponential, .hyperexponential])
  func slowdown(law: ServiceLaw) {
    let processors = Self.play(law)
    let exact = QueueTheory.sharedSojourn(size: 1, load: Self.load)
    for sizes in [0..<0.5, 0.5..<1.5, 1.5..<Double.infinity] {
      expectMean(processors.map { $0.excess(over: exact, sizes: sizes) }, equals: 0, falseAlarm: 1e-6 / 3)
    }
  }

  private static func play(_ law: ServiceLaw) -> [SharedProcessor] {
    (0..<48).map { replication in
      let streams = StreamFamily(rootSeed: 1, replication: replication, scope: "sharing/\(law)")
      var start = streams.stream("start")
      let initial = start.categorical((0..<100).map { QueueTheory.geometric($0, load: load) })
      var simulation = Simulation(
        SharedProcessor(load: load, service: law, initialNumber: initial, end: 600, streams: streams))
      simulation.run()
      return simulation.model
    }
  }
}
