import RandomStreams
import SimulationKernel

/// One server and given visits, as `OrderedDesk`, in process style: a resource, or one that can be taken away.
///
/// All processes are on one thread; that is what `@unchecked Sendable` stands for.
final class ProcessOrderedDesk: @unchecked Sendable {
  /// What an interrupted customer does when it is his turn again.
  enum Return: CaseIterable {
    /// Goes on where he was interrupted.
    case resumes
    /// Begins the same service again.
    case repeats
    /// Begins another service of the same law.
    case drawsAgain
  }

  private let order: OrderedDesk.Order
  private let classes: [QueueTheory.CustomerClass]
  private let whenInterrupted: Return
  private let simulation = ProcessSimulation()
  private let clock: SimulationClock
  private let desk: Resource
  private let preemptive: PreemptiveResource
  private var redraws: RandomStream
  /// All visits in the order of arrival; a visit's departure is known when it has happened.
  private(set) var visits: [OrderedDesk.Visit]

  /// - Parameters:
  ///   - order: Any but that of the shortest remaining service, which no fixed priority can tell.
  ///   - classes: The laws from which new services are drawn.
  init(
    _ order: OrderedDesk.Order, visits: [OrderedDesk.Visit], classes: [QueueTheory.CustomerClass] = [],
    whenInterrupted: Return = .resumes, streams: StreamFamily
  ) {
    self.order = order
    self.classes = classes
    self.visits = visits
    self.whenInterrupted = whenInterrupted
    clock = simulation.clock
    desk = Resource("desk", capacity: 1, in: simulation)
    preemptive = PreemptiveResource("desk", capacity: 1, in: simulation)
    redraws = streams.stream("redraws")
  }

  /// How many times a service was interrupted.
  var interruptions: Int { preemptive.preemptions }

  /// Lets all visits pass, until nobody is left.
  func play() throws {
    simulation.start("source") { [self] in
      for number in visits.indices {
        try await clock.sleep(until: SimulationTime(seconds: visits[number].arrival))
        simulation.start("customer", number) { [self] in try await visit(number) }
      }
    }
    try simulation.run(until: nil)
  }

  private func visit(_ number: Int) async throws {
    let service = SimulationDuration.seconds(visits[number].service)
    if order.isPreemptive {
      try await serveInterrupted(number, service)
    } else {
      try await desk.withUnit(priority: priority(of: number)) { try await clock.sleep(for: service) }
    }
    visits[number].departure = clock.now.seconds
  }

  private nonisolated(nonsending) func serveInterrupted(_ number: Int, _ service: SimulationDuration) async throws {
    var (rest, isServed) = (service, false)
    var priority = priority(of: number)
    while !isServed {
      do {
        try await preemptive.withUnit(priority: priority) { try await clock.sleep(for: rest) }
        isServed = true
      } catch let loss as Preempted {
        // Before those of his class who have not been served yet, but not so urgent as to interrupt one of them.
        priority = self.priority(of: number) - 1
        rest = restAfter(loss, of: number, rest)
      }
    }
  }

  private func restAfter(_ loss: Preempted, of number: Int, _ rest: SimulationDuration) -> SimulationDuration {
    switch whenInterrupted {
    case .resumes: return rest - loss.usedFor
    case .repeats: return rest
    case .drawsAgain:
      let law = classes[visits[number].customerClass]
      return .seconds(law.meanService * law.law.draw(from: &redraws))
    }
  }

  /// The smaller comes first; of each pair of numbers the odd one is for who has not been interrupted yet.
  private func priority(of number: Int) -> Int {
    switch order {
    case .firstComeFirstServed: 1
    case .lastComeFirstServed, .lastComePreemptive: 1 - 2 * number
    case .priority, .priorityPreemptive: 1 + 2 * visits[number].customerClass
    case .shortestRemaining: preconditionFailure("the rest of a service changes while others wait")
    }
  }
}
