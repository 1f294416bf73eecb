import RandomStreams
import SimulationKernel

/// One server and given visits, served in one of several orders; the visits may be random, the rest is not.
///
/// A service that is interrupted goes on later where it stopped. No event is taken back: a departure carries the number
/// of the service that it ends, and one whose service was interrupted finds another number.
struct OrderedDesk: SimulationModel {
  enum Event {
    case arrival
    case departure(service: Int)
  }

  enum Order: CaseIterable {
    case firstComeFirstServed
    case lastComeFirstServed
    /// The last one interrupts.
    case lastComePreemptive
    /// Smaller classes first, each in the order of arrival.
    case priority
    /// A smaller class interrupts.
    case priorityPreemptive
    /// The shortest remaining service first; a shorter one interrupts.
    case shortestRemaining

    var isPreemptive: Bool {
      switch self {
      case .firstComeFirstServed, .lastComeFirstServed, .priority: false
      case .lastComePreemptive, .priorityPreemptive, .shortestRemaining: true
      }
    }
  }

  struct Visit {
    let arrival: Double
    let service: Double
    var customerClass = 0
    var departure = 0.0
    var sojourn: Double { departure - arrival }
    var wait: Double { sojourn - service }
  }

  /// A moment at which the number in the system changes, and the number from then on.
  struct Step: Equatable {
    let time: Double
    let number: Int
  }

  private struct Turn {
    let key: (Double, Int)
    let visit: Int
    let remaining: Double
  }

  let order: Order
  /// All visits in the order of arrival; a visit's departure is known when it has happened.
  private(set) var visits: [Visit]
  private(set) var path: [Step] = []
  private var arrived = 0
  private var present = 0
  /// Whoever waits, the next one last.
  private var queue: [Turn] = []
  private var current: (turn: Turn, start: Double)?
  private var serviceNumber = 0
  private(set) var interruptions = 0

  init(_ order: Order, visits: [Visit]) {
    self.order = order
    self.visits = visits
  }

  mutating func start(in scheduler: inout Scheduler<Event>) {
    if let first = visits.first { scheduler.schedule(.arrival, at: SimulationTime(seconds: first.arrival)) }
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrival:
      present += 1
      path.append(Step(time: scheduler.now.seconds, number: present))
      receive(turn(of: arrived, remaining: visits[arrived].service), in: &scheduler)
      arrived += 1
      if arrived < visits.count {
        scheduler.schedule(.arrival, at: SimulationTime(seconds: visits[arrived].arrival))
      }
    case .departure(let service):
      guard service == serviceNumber, let (turn, _) = current else { return }
      current = nil
      present -= 1
      visits[turn.visit].departure = scheduler.now.seconds
      path.append(Step(time: scheduler.now.seconds, number: present))
      if let next = queue.popLast() { serve(next, in: &scheduler) }
    }
  }

  private mutating func receive(_ arrival: Turn, in scheduler: inout Scheduler<Event>) {
    guard let (turn, start) = current else { return serve(arrival, in: &scheduler) }
    guard order.isPreemptive else { return enqueue(arrival) }
    let rest = self.turn(of: turn.visit, remaining: max(0, turn.remaining - (scheduler.now.seconds - start)))
    guard arrival.key < rest.key else { return enqueue(arrival) }
    interruptions += 1
    enqueue(rest)
    serve(arrival, in: &scheduler)
  }

  private mutating func serve(_ turn: Turn, in scheduler: inout Scheduler<Event>) {
    current = (turn, scheduler.now.seconds)
    serviceNumber += 1
    scheduler.schedule(.departure(service: serviceNumber), after: .seconds(turn.remaining))
  }

  private mutating func enqueue(_ turn: Turn) {
    var (low, high) = (0, queue.count)
    while low < high {
      let middle = (low + high) / 2
      if turn.key < queue[middle].key { low = middle + 1 } else { high = middle }
    }
    queue.insert(turn, at: low)
  }

  private func turn(of visit: Int, remaining: Double) -> Turn {
    let first: Double
    switch order {
    case .firstComeFirstServed: first = 0
    case .lastComeFirstServed, .lastComePreemptive: first = -Double(visit)
    case .priority, .priorityPreemptive: first = Double(visits[visit].customerClass)
    case .shortestRemaining: first = remaining
    }
    return Turn(key: (first, visit), visit: visit, remaining: remaining)
  }
}

extension OrderedDesk {
  /// Lets all visits pass, until nobody is left.
  static func play(_ order: Order, _ visits: [Visit]) -> OrderedDesk {
    var simulation = Simulation(OrderedDesk(order, visits: visits))
    simulation.run()
    return simulation.model
  }

  /// Poisson arrivals of several classes, in the order of time.
  static func visits(_ count: Int, of classes: [QueueTheory.CustomerClass], streams: StreamFamily) -> [Visit] {
    var (gaps, kinds, services) = (streams.stream("arrivals"), streams.stream("classes"), streams.stream("services"))
    let rates = classes.map(\.arrivalRate)
    let meanGap = 1 / rates.reduce(0, +)
    var time = 0.0
    return (0..<count).map { _ in
      time += gaps.exponential(mean: meanGap)
      let kind = kinds.categorical(rates)
      let service = classes[kind].meanService * classes[kind].law.draw(from: &services)
      return Visit(arrival: time, service: service, customerClass: kind)
    }
  }
  /// The mean time in the system of each class.
  static func meanSojourns(_ visits: ArraySlice<Visit>, classes: Int) -> [Double] {
    var sums = Array(repeating: 0.0, count: classes)
    var counts = sums
    for visit in visits {
      sums[visit.customerClass] += visit.sojourn
      counts[visit.customerClass] += 1
    }
    return zip(sums, counts).map { $0 / $1 }
  }
}
