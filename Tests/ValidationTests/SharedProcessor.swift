import RandomStreams
import SimulationKernel

/// M/G/1 with processor sharing: n customers in the system get one n-th of the server each.
///
/// The attained service of a customer who is there all the time grows by the same amount for all; so each leaves when
/// this clock of services reaches its arrival's reading plus its size. A change of n makes the scheduled departure
/// stale; its number tells.
struct SharedProcessor: SimulationModel {
  enum Event {
    case arrival
    case departure(plan: Int)
  }

  private struct Customer {
    let finish: Double
    let size: Double
    let arrival: SimulationTime
    let isObserved: Bool
  }

  struct Visit {
    let size: Double
    let sojourn: Double
  }

  let load: Double
  let service: ServiceLaw
  let end: SimulationTime
  private let initialNumber: Int
  private var gaps, services: RandomStream

  /// Whoever is in the system, the next to leave last.
  private var present: [Customer] = []
  private var attained = 0.0
  private var lastChange = SimulationTime.zero
  private var plan = 0
  private var unfinished = 0
  private var number = TimeWeightedAverage()
  private var busy = TimeWeightedAverage()
  /// Of those who arrived until `end`.
  private(set) var visits: [Visit] = []

  /// - Parameter initialNumber: Who is there at time 0, with residual services; the system is stationary from there on
  ///   where the number is drawn from (1 - ρ) ρⁿ. Kleinrock (1976), Queueing Systems 2, chapter 4.
  init(load: Double, service: ServiceLaw, initialNumber: Int, end: Double, streams: StreamFamily) {
    self.load = load
    self.service = service
    self.initialNumber = initialNumber
    self.end = SimulationTime(seconds: end)
    gaps = streams.stream("arrivals")
    services = streams.stream("services")
  }

  mutating func start(in scheduler: inout Scheduler<Event>) {
    for _ in 0..<initialNumber {
      enter(size: service.drawResidual(from: &services), at: scheduler.now, observed: false)
    }
    scheduler.schedule(.arrival, after: .seconds(gaps.exponential(mean: 1 / load)))
    planDeparture(in: &scheduler)
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    if case .departure(let plan) = event, plan != self.plan { return }
    let now = scheduler.now
    if !present.isEmpty { attained += (now - lastChange).seconds / Double(present.count) }
    lastChange = now
    switch event {
    case .arrival:
      scheduler.schedule(.arrival, after: .seconds(gaps.exponential(mean: 1 / load)))
      enter(size: service.draw(from: &services), at: now, observed: now <= end)
    case .departure:
      leave(at: now)
    }
    if now <= end {
      number.set(Double(present.count), at: now)
      busy.set(present.isEmpty ? 0 : 1, at: now)
    } else if unfinished == 0 {
      scheduler.stop()
    }
    planDeparture(in: &scheduler)
  }

  private mutating func enter(size: Double, at now: SimulationTime, observed: Bool) {
    if observed { unfinished += 1 }
    let customer = Customer(finish: attained + size, size: size, arrival: now, isObserved: observed)
    let place = present.firstIndex { $0.finish <= customer.finish } ?? present.count
    present.insert(customer, at: place)
    number.set(Double(present.count), at: min(now, end))
    busy.set(1, at: min(now, end))
  }

  private mutating func leave(at now: SimulationTime) {
    guard let customer = present.popLast() else { return }
    // The clock of services ends where it was meant to: rounding does not add up over a busy period.
    attained = customer.finish
    guard customer.isObserved else { return }
    unfinished -= 1
    visits.append(Visit(size: customer.size, sojourn: (now - customer.arrival).seconds))
  }

  private mutating func planDeparture(in scheduler: inout Scheduler<Event>) {
    plan += 1
    guard let next = present.last else { return }
    let delay = max(0, next.finish - attained) * Double(present.count)
    scheduler.schedule(.departure(plan: plan), after: .seconds(delay))
  }

  var meanNumber: Double { number.average(until: end) }
  var utilization: Double { busy.average(until: end) }

  /// By how much the time in the system exceeds a multiple of the size, in units of the size, among those whose size is
  /// in a range: the sum over them, by the expected number of all visits.
  ///
  /// Not by the number of visits that there were: when many come they are slow as well, and the mean of such a quotient
  /// is a little too small.
  func excess(over slowdown: Double, sizes: Range<Double>) -> Double {
    let sum = visits.reduce(0) { $0 + (sizes.contains($1.size) ? $1.sojourn / $1.size - slowdown : 0) }
    return sum / (load * end.seconds)
  }
}
