import RandomStreams
import SimulationKernel

// snippet: bank-events
/// A bank with two desks; who waits too long leaves.
struct Bank: SimulationModel, Codable {
  enum Event: BitwiseCopyable, Codable {
    case arrival
    case departure
    case patienceEnds(customer: Int)
  }

  struct Customer: Codable {
    let number: Int
    let arrived: Double
    let patience: EventHandle
  }

  var arrivals: RandomStream
  let services: NamedStreams
  let patiences: NamedStreams
  var arrived = 0
  var freeDesks = 2
  var line: [Customer] = []
  /// Of those who were served, in seconds.
  var waits = WarmUp(until: oneHour, Tally())
  /// 1 for a customer who left unserved and 0 for the others: the mean is the share of customers lost.
  var losses = WarmUp(until: oneHour, Tally())
  var lineLength = WarmUp(until: oneHour, TimeWeightedAverage())

  init(_ streams: StreamFamily) {
    arrivals = streams.stream("arrivals")
    services = streams.named("services")
    patiences = streams.named("patiences")
  }

  mutating func start(in scheduler: inout Scheduler<Event>) {
    scheduler.schedule(.arrival, after: .seconds(arrivals.exponential(mean: 60)))
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrival:
      enter(in: &scheduler)
      scheduler.schedule(.arrival, after: .seconds(arrivals.exponential(mean: 60)))
    case .departure:
      freeDesks += 1
    case .patienceEnds(let customer):
      line.removeAll { $0.number == customer }
      losses.record(1, at: scheduler.now)
    }
    if freeDesks > 0, let next = line.first {
      line.removeFirst()
      scheduler.cancel(next.patience)
      serve(next, in: &scheduler)
    }
    lineLength.record(Double(line.count), at: scheduler.now)
  }

  mutating func enter(in scheduler: inout Scheduler<Event>) {
    var patience = patiences.stream(for: StreamEntity(arrived))
    let handle = scheduler.scheduleCancellable(
      .patienceEnds(customer: arrived), after: .seconds(patience.exponential(mean: 300)))
    line.append(Customer(number: arrived, arrived: scheduler.now.seconds, patience: handle))
    arrived += 1
  }

  mutating func serve(_ customer: Customer, in scheduler: inout Scheduler<Event>) {
    freeDesks -= 1
    waits.record(scheduler.now.seconds - customer.arrived, at: scheduler.now)
    losses.record(0, at: scheduler.now)
    var service = services.stream(for: StreamEntity(customer.number))
    scheduler.schedule(.departure, after: .seconds(service.exponential(mean: 100)))
  }
}
// end

// snippet: bank-hours
let oneHour = SimulationTime(seconds: 3_600)
let nineHours = SimulationTime(seconds: 9 * 3_600)
// end
