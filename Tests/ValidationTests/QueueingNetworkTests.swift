import RandomStreams
import SimulationKernel
import TestSupport
import Testing

/// Networks of queues against their product form.
///
/// 48 independent replications, each stationary from its beginning: the first state is drawn from the product form.
/// Right code fails each test with probability 10⁻⁶, divided among its comparisons. Found with probability 0.99, at 8.6
/// standard errors: 7 % in a throughput, 22 % in a mean number and in the empty share of the open network, 15 % in a
/// mean number of the closed ones.
@Suite("Networks of queues")
struct QueueingNetworkTests {
  private typealias Theory = QueueTheory

  @Test("Jackson: three stations with feedback are as independent M/M/1 and M/M/2")
  func openNetwork() {
    let layout = QueueingNetwork.Layout(
      stations: [.init(meanService: 0.5), .init(meanService: 0.8, servers: 2), .init(meanService: 0.7)],
      routing: [[0, 0.6, 0.4], [0.2, 0, 0.3], [0, 0.2, 0]], outside: [0.8, 0, 0.2])
    let rates = Theory.throughputs(outside: layout.outside, routing: layout.routing)
    let marginals = zip(layout.stations, rates).map { station, rate in
      Theory.serverChain(servers: station.servers, offered: rate * station.meanService, states: 200)
    }
    let length = 700.0
    let networks = Self.play(layout, until: length, name: "jackson") { start in
      marginals.map { start.categorical($0.probabilities) }
    }
    let end = SimulationTime(seconds: length)
    let means = networks.map { $0.meanNumbers(until: end) }
    for (index, marginal) in marginals.enumerated() {
      expectMean(means.map { $0[index] }, equals: marginal.meanState, falseAlarm: 1e-6 / 7)
      expectMean(networks.map { Double($0.departures[index]) / length }, equals: rates[index], falseAlarm: 1e-6 / 7)
    }
    // That the stations are independent at a moment is the heart of the theorem: the marginals do not show it.
    let empty = marginals.reduce(1) { $0 * $1.probabilities[0] }
    expectMean(networks.map { $0.emptyShare(until: end) }, equals: empty, falseAlarm: 1e-6 / 7)
  }

  @Test("Machines under repair: a finite source of five and one repairman")
  func machineRepair() {
    let layout = QueueingNetwork.Layout(
      stations: [.init(meanService: 4, servers: .max), .init(meanService: 1)], routing: [[0, 1], [1, 0]],
      outside: [0, 0])
    expectClosed(layout, visits: [1, 1], population: 5, length: 1_000, name: "repair")
  }

  @Test("A processor, two disks and a fixed number of jobs: the central-server network")
  func centralServer() {
    let layout = QueueingNetwork.Layout(
      stations: [.init(meanService: 0.3), .init(meanService: 0.9), .init(meanService: 0.7)],
      routing: [[0.1, 0.5, 0.4], [1, 0, 0], [1, 0, 0]], outside: [0, 0, 0])
    expectClosed(layout, visits: [1, 0.5, 0.4], population: 4, length: 500, name: "central-server")
  }

  private func expectClosed(
    _ layout: QueueingNetwork.Layout, visits: [Double], population: Int, length: Double, name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let states = Theory.closedStates(layout.stations, visits: visits, population: population)
    let networks = Self.play(layout, until: length, name: name) { start in
      states[start.categorical(states.map(\.probability))].numbers
    }
    #expect(networks.allSatisfy { $0.numbers.reduce(0, +) == population }, sourceLocation: sourceLocation)
    let means = networks.map { $0.meanNumbers(until: SimulationTime(seconds: length)) }
    // The numbers sum to the population: the last one says nothing new.
    let comparisons = Double(2 * layout.stations.count - 1)
    for (index, station) in layout.stations.enumerated() {
      let number = states.reduce(0) { $0 + Double($1.numbers[index]) * $1.probability }
      if index > 0 {
        expectMean(
          means.map { $0[index] }, equals: number, falseAlarm: 1e-6 / comparisons, sourceLocation: sourceLocation)
      }
      let busy = states.reduce(0) { $0 + Double(min($1.numbers[index], station.servers)) * $1.probability }
      expectMean(
        networks.map { Double($0.departures[index]) / length }, equals: busy / station.meanService,
        falseAlarm: 1e-6 / comparisons, sourceLocation: sourceLocation)
    }
  }

  private static func play(
    _ layout: QueueingNetwork.Layout, until length: Double, name: String,
    from initial: (inout RandomStream) -> [Int]
  ) -> [QueueingNetwork] {
    (0..<48).map { replication in
      let streams = StreamFamily(rootSeed: 1, replication: replication, scope: name)
      var start = streams.stream("start")
      var simulation = Simulation(QueueingNetwork(layout, numbers: initial(&start), streams: streams))
      simulation.run(until: SimulationTime(seconds: length))
      return simulation.model
    }
  }
}
