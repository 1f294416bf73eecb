import RandomStreams
import SimulationKernel
import TestSupport
import Testing

/// Queues against their closed forms, in units of the mean service time.
///
/// Each test makes independent replications, drops a warm-up from each, and holds the mean over replications to the
/// exact value by a t interval: right code fails one seed in 10⁶. The half-widths are near 0.3 for a value of 4: a wait
/// that is off by 15 % is found with probability above 0.99.
@Suite("Queueing theory")
struct QueueTheoryTests {
  private static let replications = 24
  private static let warmUp = 500.0
  private static let end = SimulationTime(seconds: 6_500)

  @Test("M/M/1 at load 0.8 in event style: mean wait 4 service times, mean number 4")
  func eventStyle() {
    let queues = (0..<Self.replications).map { Self.play(servers: 1, load: 0.8, replication: $0) }
    expectMean(queues.map(\.meanWait), equals: 4, falseAlarm: 1e-6)
    expectMean(queues.map(\.meanNumber), equals: 4, falseAlarm: 1e-6)
    expectMean(queues.map(\.sojourns.mean), equals: 5, falseAlarm: 1e-6)
  }

  @Test("M/M/1 at load 0.8 in process style: mean wait 4 service times, load 0.8")
  func processStyle() throws {
    let desks = try (0..<Self.replications).map { try Self.playProcesses(load: 0.8, customers: 5_000, replication: $0) }
    // The first 400 customers come to a queue that is shorter than usual.
    expectMean(desks.map { mean($0.waits.dropFirst(400)) }, equals: 4, falseAlarm: 1e-6)
    expectMean(desks.map(\.utilization), equals: 0.8, falseAlarm: 1e-6)
  }

  @Test("M/M/3 at load 0.8 waits as Erlang's formula says")
  func severalServers() {
    let queues = (0..<Self.replications).map { Self.play(servers: 3, load: 0.8, replication: $0) }
    // Erlang C: with a = 2.4 the probability of a wait is 0.64720, and the mean wait is that over 3 - 2.4.
    let exact = QueueTheory.meanWait(servers: 3, offered: 2.4)
    expectMean(queues.map(\.meanWait), equals: exact, falseAlarm: 1e-6)
  }

  @Test("Little's law holds between the averages of one run")
  func littlesLaw() {
    let queue = Self.play(servers: 1, load: 0.5, replication: 0)
    let observed = Self.end.seconds - Self.warmUp
    let rate = Double(queue.arrivals) / observed
    // L = λ W but for the customers who are there at the two ends: a handful among 3,000.
    #expect(abs(queue.meanNumber - rate * queue.sojourns.mean) < 0.02 * queue.meanNumber)
  }

  @Test("A queue told as processes gives every customer the wait of Lindley's recursion on the same draws")
  func lindley() throws {
    let desk = try Self.playProcesses(load: 0.8, customers: 400, replication: 3)
    let streams = StreamFamily(rootSeed: 1, replication: 3)
    var (gaps, services) = (streams.stream("arrivals"), streams.stream("services"))
    var (wait, service) = (0.0, 0.0)
    for customer in 0..<400 {
      // Lindley (1952): who comes waits for what is left of the work before him.
      wait = max(0, wait + service - gaps.exponential(mean: 1.25))
      service = services.exponential(mean: 1)
      #expect(abs(desk.waits[customer] - wait) < 1e-9, "customer \(customer)")
    }
  }

  private static func play(servers: Int, load: Double, replication: Int) -> ServerQueue {
    let rules = ServerQueue.Rules(servers: servers, arrivalRate: load * Double(servers))
    let streams = StreamFamily(rootSeed: 1, replication: replication)
    var queue = Simulation(ServerQueue(rules, window: SimulationTime(seconds: warmUp)...end, streams: streams))
    queue.run()
    return queue.model
  }

  /// The same queue told as a story: a customer comes, takes the desk, and stays for the service.
  ///
  /// - Returns: The wait of every customer in the order of arrival, and the share of the time that the desk is taken.
  private static func playProcesses(
    load: Double, customers: Int, replication: Int
  ) throws -> (waits: [Double], utilization: Double) {
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let desk = Resource("desk", capacity: 1, in: simulation)
    let streams = StreamFamily(rootSeed: 1, replication: replication)
    let waits = try simulation.run {
      var (gaps, services) = (streams.stream("arrivals"), streams.stream("services"))
      return try await withThrowingTaskGroup(of: (Int, Double).self) { group in
        for customer in 0..<customers {
          try await clock.sleep(for: SimulationDuration.seconds(gaps.exponential(mean: 1 / load)))
          let service = SimulationDuration.seconds(services.exponential(mean: 1))
          group.addTask {
            let arrival = clock.now
            return try await desk.withUnit {
              let wait = clock.now - arrival
              try await clock.sleep(for: service)
              return (customer, wait.seconds)
            }
          }
        }
        return try await group.reduce(into: [Double](repeating: 0, count: customers)) { $0[$1.0] = $1.1 }
      }
    }
    return (waits, desk.utilization)
  }

  private func mean(_ values: ArraySlice<Double>) -> Double { values.reduce(0, +) / Double(values.count) }
}
