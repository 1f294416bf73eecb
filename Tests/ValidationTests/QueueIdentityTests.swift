import RandomStreams
import SimulationKernel
import Testing

/// What holds for queues exactly, in every run, and not only on average.
@Suite("Queues: identities")
struct QueueIdentityTests {
  /// One customer's visit, in seconds.
  private struct Visit {
    let arrival: Double
    let service: Double
    var wait = 0.0

    var sojourn: Double { wait + service }
  }

  private static func customers(_ count: Int, servers: Int) -> [Visit] {
    let streams = StreamFamily(rootSeed: 1, replication: 5)
    var (gaps, services) = (streams.stream("arrivals"), streams.stream("services"))
    var time = 0.0
    return (0..<count).map { _ in
      time += gaps.exponential(mean: 1 / (0.8 * Double(servers)))
      return Visit(arrival: time, service: services.exponential(mean: 1))
    }
  }

  /// The customers as processes that share one resource; returns their waits, and the mean number in the system.
  private static func play(
    _ visits: [Visit], servers: Int
  ) throws -> (waits: [Double], meanNumber: Double, end: Double, utilization: Double) {
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let desk = Resource("desk", capacity: servers, in: simulation)
    let present = Population()
    let waits = try simulation.run {
      try await withThrowingTaskGroup(of: (Int, Double).self) { group in
        for (index, visit) in visits.enumerated() {
          group.addTask {
            try await clock.sleep(until: SimulationTime(seconds: visit.arrival))
            await present.change(by: 1, at: clock.now)
            let wait = try await desk.withUnit {
              let wait = clock.now.seconds - visit.arrival
              try await clock.sleep(for: .seconds(visit.service))
              return wait
            }
            await present.change(by: -1, at: clock.now)
            return (index, wait)
          }
        }
        return try await group.reduce(into: Array(repeating: 0, count: visits.count)) { $0[$1.0] = $1.1 }
      }
    }
    let meanNumber = try simulation.run { await present.average(until: clock.now) }
    return (waits, meanNumber, clock.now.seconds, desk.utilization)
  }

  private actor Population {
    private var number = TimeWeightedAverage()

    func change(by difference: Double, at now: SimulationTime) {
      number.set(number.value + difference, at: now)
    }

    func average(until end: SimulationTime) -> Double { number.average(until: end) }
  }

  @Test("Every wait at several servers is that of the recursion of Kiefer and Wolfowitz", arguments: [1, 3])
  func kieferWolfowitz(servers: Int) throws {
    let visits = Self.customers(2_000, servers: servers)
    let run = try Self.play(visits, servers: servers)
    // Kiefer, Wolfowitz (1955), Trans. Amer. Math. Soc. 78:1-18: the work left at each server, least first.
    var work = Array(repeating: 0.0, count: servers)
    var (lastArrival, worst) = (0.0, 0.0)
    for (visit, wait) in zip(visits, run.waits) {
      work = work.map { max(0, $0 - (visit.arrival - lastArrival)) }.sorted()
      lastArrival = visit.arrival
      worst = max(worst, abs(wait - work[0]))
      work[0] += visit.service
    }
    // Both round, in different orders, at times of a few thousand seconds.
    #expect(worst < 1e-9)
    #expect(run.waits.count { $0 > 0 } > 500)
  }

  @Test("Little's law is an identity where a run begins and ends empty", arguments: [1, 3])
  func littlesLaw(servers: Int) throws {
    var visits = Self.customers(2_000, servers: servers)
    let run = try Self.play(visits, servers: servers)
    for (index, wait) in run.waits.enumerated() { visits[index].wait = wait }
    // The integral of the number in the system is the sum of all sojourns, whatever the distributions.
    let sojourns = visits.reduce(0) { $0 + $1.sojourn }
    #expect(abs(run.meanNumber * run.end - sojourns) < 1e-9 * sojourns)
    // The same for the servers alone: their busy time is the sum of all services.
    let services = visits.reduce(0) { $0 + $1.service }
    #expect(abs(run.utilization * Double(servers) * run.end - services) < 1e-9 * services)
  }
}
