import RandomStreams
import SimulationKernel
import TestSupport
import Testing

/// A queue told as processes against the same queue in event style, customer by customer.
///
/// Both add the same numbers in the same order - arrival and gap, begin of service and service - so times and waits
/// agree to the bit. The mean number is integrated over other slices, and agrees but for rounding.
@Suite("Process style: the queues of the event style")
struct ProcessStyleTests {
  private static let end = SimulationTime(seconds: 600)

  static let cases: [ServerQueue.Rules] = [
    ServerQueue.Rules(arrivalRate: 0.8),
    ServerQueue.Rules(servers: 3, arrivalRate: 2.4),
    ServerQueue.Rules(servers: 5, arrivalRate: 4, service: .hyperexponential),
    ServerQueue.Rules(arrivalRate: 1.5, capacity: 4),
    ServerQueue.Rules(servers: 3, arrivalRate: 3, capacity: 3),
    ServerQueue.Rules(servers: 2, arrivalRate: 2.4, meanPatience: 0.5),
  ]

  @Test("Waits, losses and those who give up are the same, customer by customer and to the bit", arguments: cases)
  func sameQueue(rules: ServerQueue.Rules) throws {
    let queue = Self.processes(rules)
    try queue.play()
    Self.expectSame(queue, Self.events(rules))
    #expect(queue.waits.count > 250)
    // What the resource counted itself.
    #expect(queue.desk.balked == queue.lost)
    #expect(queue.desk.reneged == queue.abandoned)
    #expect((queue.lost > 100) == (rules.capacity < .max))
    #expect((queue.abandoned > 100) == (rules.meanPatience != nil))
  }

  @Test("Whatever stands for the servers, the waits are the same", arguments: ServerTelling.Means.allCases)
  func sameServers(means: ServerTelling.Means) throws {
    let rules = ServerQueue.Rules(servers: 3, arrivalRate: 2.4)
    let queue = Self.processes(rules, means: means)
    try queue.play()
    Self.expectSame(queue, Self.events(rules))
  }

  @Test(
    "However patience is told, the same customers give up and the others wait as long",
    arguments: ServerTelling.Patience.allCases)
  func samePatience(patience: ServerTelling.Patience) throws {
    let rules = ServerQueue.Rules(servers: 2, arrivalRate: 2.4, meanPatience: 0.5)
    let queue = Self.processes(rules, patience: patience)
    try queue.play()
    Self.expectSame(queue, Self.events(rules))
    #expect(queue.abandoned > 100)
  }

  @Test(
    "Arrivals in event style, starting or waking processes, give the same waits",
    arguments: ProcessQueue.Arrivals.allCases, [1, 3])
  func mixed(arrivals: ProcessQueue.Arrivals, servers: Int) throws {
    let rules = ServerQueue.Rules(servers: servers, arrivalRate: 0.9 * Double(servers), meanPatience: 3)
    let queue = Self.processes(rules)
    try queue.play(arrivals)
    Self.expectSame(queue, Self.events(rules))
    #expect(queue.waits.count > 250)
  }

  @Test("Simulations on two threads at once go as they go one after the other")
  func twoThreads() throws {
    let alone = try (0..<2).map { try Self.run(replication: $0) }
    // Neither goes on before both are in the middle of their runs.
    let together = ThreadMeeting(size: 2).run { try Self.run(replication: $0, halfway: $1) }
    #expect(together == alone)
    #expect(alone[0] != alone[1])
  }

  private static func processes(
    _ rules: ServerQueue.Rules, means: ServerTelling.Means = .resource,
    patience: ServerTelling.Patience = .ofRequest
  ) -> ProcessQueue {
    ProcessQueue(
      rules, initialNumber: 2, until: end, streams: StreamFamily(rootSeed: 1, replication: 11), means: means,
      patience: patience)
  }

  private static func events(_ rules: ServerQueue.Rules) -> ServerQueue {
    var simulation = Simulation(
      ServerQueue(
        rules, initialNumber: 2, window: .zero...end, streams: StreamFamily(rootSeed: 1, replication: 11)))
    simulation.run()
    return simulation.model
  }

  private static func expectSame(
    _ processes: ProcessQueue, _ events: ServerQueue, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(processes.waits == events.waits, sourceLocation: sourceLocation)
    #expect(processes.arrivals == events.arrivals, sourceLocation: sourceLocation)
    #expect(processes.lost == events.lost, sourceLocation: sourceLocation)
    #expect(processes.abandoned == events.abandoned, sourceLocation: sourceLocation)
    #expect(isNear(processes.meanNumber, events.meanNumber, relative: 1e-11), sourceLocation: sourceLocation)
  }

  private static func run(replication: Int, halfway: () -> Void = {}) throws -> Fingerprint {
    let queue = ProcessQueue(
      ServerQueue.Rules(servers: 2, arrivalRate: 1.8, meanPatience: 2), until: end,
      streams: StreamFamily(rootSeed: 1, replication: replication))
    try queue.play(halfway: halfway)
    return queue.fingerprint
  }
}
