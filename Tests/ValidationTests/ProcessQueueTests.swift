import RandomStreams
import SimulationKernel
import TestSupport
import Testing

/// Queues in process style against their closed forms, in units of the mean service time.
///
/// 32 independent replications, each stationary from its beginning; the mean over them is held to the exact value by a
/// t interval. Right code fails each test with probability 10⁻⁶, divided among its comparisons; the limits are at 6.3
/// to 6.6 standard errors, and with 60 other root seeds nothing was beyond 3.9. A share is a ratio of two random
/// numbers, which puts it off by at most half of a standard error. The effect that is found with probability 0.99 is
/// 9.3 to 9.6 standard errors; it stands at each test, as a share of the exact value.
@Suite("Process style: queues against closed forms")
struct ProcessQueueTests {
  private typealias Theory = QueueTheory
  private static let count = 32
  private static let falseAlarm = 1e-6

  // Found: 10 % and 13 % (one server, four) in the share that gives up, 8 % and 6 % in the mean number.
  @Test("M/M/c+M by the patience of a resource: Erlang's formula A", arguments: [(1, 0.9, 2.0), (4, 4.8, 0.5)])
  func impatience(servers: Int, offered: Double, meanPatience: Double) throws {
    let chain = Theory.impatientChain(servers: servers, offered: offered, meanPatience: meanPatience)
    let queues = try QueueReplications.playProcesses(
      ServerQueue.Rules(servers: servers, arrivalRate: offered, meanPatience: meanPatience),
      from: chain.probabilities, length: 1_000 / offered, name: "process-impatience/\(servers)", count: Self.count)
    expectMean(
      queues.map { Double($0.abandoned) / Double($0.arrivals) },
      equals: Theory.abandonment(servers: servers, offered: offered, meanPatience: meanPatience),
      falseAlarm: Self.falseAlarm / 2)
    expectMean(queues.map(\.meanNumber), equals: chain.meanState, falseAlarm: Self.falseAlarm / 2)
  }

  // Found: 20 % and 10 % (load 1, 1.5) in the share that balks, 9 % and 5 % in the mean number.
  @Test("M/M/1/K by the bound of a resource's queue: as many balk as find the system full", arguments: [1, 1.5])
  func finiteQueue(load: Double) throws {
    let exact = Theory.finiteQueue(capacity: 4, load: load)
    let queues = try QueueReplications.playProcesses(
      ServerQueue.Rules(arrivalRate: load, capacity: 4), from: exact, length: 800, name: "process-finite/\(load)",
      count: Self.count)
    expectMean(
      queues.map { Double($0.lost) / Double($0.arrivals) }, equals: exact[4], falseAlarm: Self.falseAlarm / 2)
    expectMean(queues.map(\.meanNumber), equals: mean(exact), falseAlarm: Self.falseAlarm / 2)
  }

  // Found: 9 % and 8 % (one repairer, three) in the mean number, 2 % and 6 % in the load of the repairers.
  @Test("Machines and those who repair them: a birth-death chain", arguments: [1, 3])
  func machineRepair(repairers: Int) throws {
    let (machines, meanUp) = (8, 4.0)
    let chain = BirthDeathChain(
      states: machines + 1, births: { Double(machines - $0) / meanUp }, deaths: { Double(min($0, repairers)) })
    let shops = try replications("machines/\(repairers)") { streams in
      var start = streams.stream("start")
      let shop = MachineShop(
        machines: machines, repairers: repairers, meanUp: meanUp, broken: start.categorical(chain.probabilities),
        streams: streams)
      try shop.play(until: SimulationTime(seconds: 500))
      return shop
    }
    expectMean(shops.map(\.meanBroken), equals: chain.meanState, falseAlarm: Self.falseAlarm / 2)
    expectMean(
      shops.map(\.utilization), equals: chain.mean { Double(min($0, repairers)) } / Double(repairers),
      falseAlarm: Self.falseAlarm / 2)
  }

  // Found: 18 % and 15 % in the mean numbers, 34 % in their product, 11 % in the share of time with nothing there.
  @Test("Two stations with stores in front of them: Jackson's product form")
  func tandem() throws {
    // Burke (1956), Operations Research 4:699-704: what leaves M/M/1 is Poisson, and what has left does not tell how
    // many are there; so the numbers are independent, as Jackson (1957), Operations Research 5:518-521, has them.
    let loads = [0.5, 0.4]
    let lines = try replications("tandem") { streams in
      var start = streams.stream("start")
      let numbers = loads.map { load in start.categorical((0..<200).map { Theory.geometric($0, load: load) }) }
      let line = ProductLine(
        ProductLine.Layout(sourceRate: 1, meanServices: loads), initialNumbers: numbers, streams: streams)
      try line.play(until: SimulationTime(seconds: 1_000))
      return line
    }
    let numbers = loads.map { $0 / (1 - $0) }
    for station in loads.indices {
      expectMean(lines.map { $0.meanNumbers[station] }, equals: numbers[station], falseAlarm: Self.falseAlarm / 4)
    }
    expectMean(lines.map(\.meanProduct), equals: numbers[0] * numbers[1], falseAlarm: Self.falseAlarm / 4)
    expectMean(lines.map(\.emptyShare), equals: (1 - loads[0]) * (1 - loads[1]), falseAlarm: Self.falseAlarm / 4)
  }

  // Found: 9 % and 13 % (room for one, for three) in the mean number, 14 % and 22 % in the share without an item.
  @Test(
    "A source that waits where the store is full: M/M/1/K, with one in service and one in its hands", arguments: [1, 3])
  func blocking(room: Int) throws {
    let load = 0.9
    let exact = Theory.finiteQueue(capacity: room + 2, load: load)
    let lines = try replications("blocking/\(room)") { streams in
      var start = streams.stream("start")
      let line = ProductLine(
        ProductLine.Layout(sourceRate: load, meanServices: [1], room: room),
        initialNumbers: [start.categorical(exact)], streams: streams)
      try line.play(until: SimulationTime(seconds: 800))
      return line
    }
    expectMean(lines.map { $0.meanNumbers[0] }, equals: mean(exact), falseAlarm: Self.falseAlarm / 2)
    expectMean(lines.map(\.emptyShare), equals: exact[0], falseAlarm: Self.falseAlarm / 2)
  }

  private func replications<Result>(
    _ name: String, _ play: (StreamFamily) throws -> Result
  ) rethrows -> [Result] {
    try (0..<Self.count).map { try play(StreamFamily(rootSeed: 1, replication: $0, scope: name)) }
  }

  private func mean(_ probabilities: [Double]) -> Double {
    probabilities.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
  }
}
