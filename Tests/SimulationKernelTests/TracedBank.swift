import SimulationKernel

/// A bank with two counters, of which nothing is left to chance: the same in both styles.
struct TracedBank: SimulationModel {
  enum Event: BitwiseCopyable, Sendable, Hashable, TraceLabel {
    case arrival(customer: Int)
    case departure(customer: Int, counter: Int)
    case closing

    var traceTrack: String {
      switch self {
      case .arrival, .closing: "the \"door\""
      case .departure(_, let counter): "counter \(counter)"
      }
    }
  }

  static let arrivals = [0, 1, 1, 2.5, 6]
  static let serviceTime = 3.0

  private(set) var queue: [Int] = []
  private(set) var isFree = [true, true]

  mutating func start(in scheduler: inout Scheduler<Event>) {
    for (customer, time) in Self.arrivals.enumerated() {
      scheduler.schedule(.arrival(customer: customer), at: SimulationTime(seconds: time))
    }
    scheduler.schedule(.closing, at: SimulationTime(seconds: 6), rank: .late)
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrival(let customer): queue.append(customer)
    case .departure(_, let counter): isFree[counter] = true
    case .closing: queue.removeAll()
    }
    guard !queue.isEmpty, let counter = isFree.firstIndex(of: true) else { return }
    isFree[counter] = false
    let departure = Event.departure(customer: queue.removeFirst(), counter: counter)
    scheduler.schedule(departure, after: .seconds(Self.serviceTime), rank: .early)
  }

  /// Lets the same customers in as processes; nothing runs yet.
  static func start(in simulation: ProcessSimulation) {
    let (clock, counters) = (simulation.clock, Resource("counters", capacity: 2, in: simulation))
    for (customer, time) in arrivals.enumerated() {
      simulation.start("customer \"\\\"", customer) {
        try await clock.sleep(until: SimulationTime(seconds: time))
        try await counters.withUnit { try await clock.sleep(for: .seconds(serviceTime)) }
      }
    }
  }
}
