import RandomStreams
import SimulationKernel

/// The queue of `ServerQueue` in process style: each customer is a process, and so is whoever lets them in.
///
/// It draws from the same streams at the same moments, and observes the customers who come between 0 and `end`. All of
/// its processes are on one thread; that is what `@unchecked Sendable` stands for.
final class ProcessQueue: @unchecked Sendable {
  /// Where the customers come from.
  enum Arrivals: CaseIterable {
    /// A process that sleeps between them.
    case process
    /// A model in event style that starts the customers.
    case starting
    /// A model in event style that wakes a doorman, who starts them.
    case waking
  }

  let rules: ServerQueue.Rules
  let end: SimulationTime
  private let initialNumber: Int
  private let simulation: ProcessSimulation
  private let clock: SimulationClock
  private let telling: ServerTelling
  private let bell: Semaphore
  fileprivate var gaps: RandomStream
  private var services, patiences: RandomStream
  private var customers = 0
  private var population = TimeWeightedAverage()
  /// The waits of those who were served, in the order in which their services begin.
  private(set) var waits: [Double] = []
  /// All who arrived, those who were turned away, and those who gave up.
  private(set) var (arrivals, lost, abandoned) = (0, 0, 0)
  private(set) var fingerprint = Fingerprint()
  /// What the resource counted itself.
  var desk: Resource { telling.desk }

  /// - Parameter initialNumber: Who is there at time 0, as in `ServerQueue`.
  init(
    _ rules: ServerQueue.Rules, initialNumber: Int = 0, until end: SimulationTime, streams: StreamFamily,
    means: ServerTelling.Means = .resource, patience: ServerTelling.Patience = .ofRequest
  ) {
    self.rules = rules
    self.initialNumber = initialNumber
    self.end = end
    simulation = ProcessSimulation()
    clock = simulation.clock
    let room = rules.capacity == .max ? nil : rules.capacity - rules.servers
    telling = ServerTelling(means, patience: patience, servers: rules.servers, maximumQueue: room, in: simulation)
    bell = Semaphore("bell", permits: 0, in: simulation)
    gaps = streams.stream("arrivals")
    services = streams.stream("services")
    patiences = streams.stream("patience")
  }

  /// Lets all customers come, until the last of them has left.
  ///
  /// - Parameter halfway: Called between two events, when half of the time is over.
  func play(_ arrivals: Arrivals = .process, halfway: () -> Void = {}) throws {
    simulation.start("opening") { [self] in
      try await telling.open()
      for _ in 0..<initialNumber { admit(isObserved: false) }
    }
    switch arrivals {
    case .process: simulation.start("source") { [self] in try await letCome() }
    case .starting: _ = simulation.attach(Traffic(queue: self, ringsBell: false))
    case .waking:
      _ = simulation.attach(Traffic(queue: self, ringsBell: true))
      simulation.start("doorman") { [self] in
        while true {
          try await bell.wait()
          arrive()
        }
      }
    }
    try simulation.run(until: SimulationTime(seconds: end.seconds / 2))
    halfway()
    try simulation.run(until: nil)
    fingerprint = simulation.fingerprint
    simulation.end()
  }

  private func letCome() async throws {
    while true {
      try await clock.sleep(for: .seconds(gaps.exponential(mean: 1 / rules.arrivalRate)))
      guard clock.now <= end else { return }
      arrive()
    }
  }

  fileprivate func arrive() {
    arrivals += 1
    admit(isObserved: true)
  }

  fileprivate func ring() { bell.signal() }

  private func admit(isObserved: Bool) {
    customers += 1
    simulation.start("customer", customers) { [self] in try await visit(isObserved: isObserved) }
  }

  private nonisolated(nonsending) func visit(isObserved: Bool) async throws {
    let arrival = clock.now
    changePopulation(by: 1)
    let answer = try await telling.serve(patience: patience()) {
      if isObserved { waits.append((clock.now - arrival).seconds) }
      let service =
        isObserved ? rules.service.draw(from: &services) : rules.service.drawResidual(from: &services)
      try await clock.sleep(for: .seconds(service))
    }
    changePopulation(by: -1)
    guard isObserved else { return }
    if answer == .balked { lost += 1 }
    if answer == .reneged { abandoned += 1 }
  }

  /// Drawn by those who have to wait only.
  private func patience() -> SimulationDuration? {
    guard let mean = rules.meanPatience, desk.inUse == desk.capacity else { return nil }
    return .seconds(patiences.exponential(mean: mean))
  }

  private func changePopulation(by difference: Double) {
    if clock.now <= end { population.change(by: difference, at: clock.now) }
  }

  /// The time average of the customers that wait or are served, from 0 to `end`.
  var meanNumber: Double { population.average(until: end) }
}

/// The arrivals in event style.
private struct Traffic: SimulationModel {
  // The simulation holds its models, and the queue holds the simulation.
  unowned let queue: ProcessQueue
  let ringsBell: Bool

  func start(in scheduler: inout Scheduler<Bool>) { scheduleNext(in: &scheduler) }

  func handle(_ event: Bool, in scheduler: inout Scheduler<Bool>) {
    guard scheduler.now <= queue.end else { return }
    if ringsBell { queue.ring() } else { queue.arrive() }
    scheduleNext(in: &scheduler)
  }

  private func scheduleNext(in scheduler: inout Scheduler<Bool>) {
    scheduler.schedule(true, after: .seconds(queue.gaps.exponential(mean: 1 / queue.rules.arrivalRate)))
  }
}

extension QueueReplications {
  /// The same replications in process style.
  static func playProcesses(
    _ rules: ServerQueue.Rules, from initial: [Double], length: Double, name: String, count: Int = Self.count
  ) throws -> [ProcessQueue] {
    try (0..<count).map { replication in
      let streams = StreamFamily(rootSeed: 1, replication: replication, scope: name)
      var start = streams.stream("start")
      let queue = ProcessQueue(
        rules, initialNumber: start.categorical(initial), until: SimulationTime(seconds: length), streams: streams)
      try queue.play()
      return queue
    }
  }
}
