import RandomStreams
import SimulationKernel

/// A queue with Poisson arrivals at a number of servers, in event style; services have mean 1.
///
/// Customers are served in the order of their arrival. `Rules` says who is turned away, stays away or gives up. Those
/// who arrive within `window` are observed, and so is the time within it; the run stops when the last of them has left.
struct ServerQueue: SimulationModel {
  enum Event {
    case arrival, departure
    case patienceEnds(customer: Int)
  }

  struct Rules {
    var servers = 1
    var arrivalRate: Double
    var service = ServiceLaw.exponential
    /// The most customers in the system; who finds so many is lost.
    var capacity = Int.max
    /// How long a customer waits on average before giving up; the law is exponential. Nobody gives up where it is nil.
    var meanPatience: Double?
    /// Whether a customer who finds n others stays with probability 1 / (n + 1) only.
    var isDiscouraging = false
  }

  private struct Customer {
    let arrival: SimulationTime
    /// False for those who are there from the beginning.
    let isObserved: Bool
    var isWaiting = true
  }

  let rules: Rules
  let window: ClosedRange<SimulationTime>
  private let initialNumber: Int
  private var gaps, services, patiences, decisions: RandomStream

  /// All who came in; those before `head` have been served or have given up.
  private var customers: [Customer] = []
  private var head = 0
  private var waiting = 0
  private var busy = 0
  /// How many of the observed have not left yet.
  private var unfinished = 0

  /// The waits of those who were served, in the order in which their services begin.
  private(set) var waits: [Double] = []
  private(set) var sojourns = Tally()
  /// Of the observed: all who arrived, those who were turned away or stayed away, and those who gave up.
  private(set) var (arrivals, lost, abandoned) = (0, 0, 0)
  private var population: TimeWeightedAverage

  /// - Parameter initialNumber: Who is there at time 0. Their services have begun at some time before: what is left of
  ///   each has the residual law. Where the number is drawn from the stationary distribution, the queue is stationary
  ///   for exponential services, and for any where no customer waits for another; with one server the work is.
  init(_ rules: Rules, initialNumber: Int = 0, window: ClosedRange<SimulationTime>, streams: StreamFamily) {
    self.rules = rules
    self.initialNumber = initialNumber
    self.window = window
    gaps = streams.stream("arrivals")
    services = streams.stream("services")
    patiences = streams.stream("patience")
    decisions = streams.stream("decisions")
    population = TimeWeightedAverage(from: window.lowerBound)
  }

  mutating func start(in scheduler: inout Scheduler<Event>) {
    for _ in 0..<initialNumber { enter(isObserved: false, in: &scheduler) }
    observe(in: &scheduler)
    scheduler.schedule(.arrival, after: .seconds(gaps.exponential(mean: 1 / rules.arrivalRate)))
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrival:
      scheduler.schedule(.arrival, after: .seconds(gaps.exponential(mean: 1 / rules.arrivalRate)))
      let isObserved = window.contains(scheduler.now)
      if isObserved { arrivals += 1 }
      if isWelcome() {
        enter(isObserved: isObserved, in: &scheduler)
      } else if isObserved {
        lost += 1
      }
    case .departure:
      busy -= 1
      if waiting > 0 { serveNext(in: &scheduler) }
    case .patienceEnds(let customer):
      guard customers[customer].isWaiting else { return }
      customers[customer].isWaiting = false
      waiting -= 1
      if customers[customer].isObserved {
        abandoned += 1
        unfinished -= 1
      }
    }
    observe(in: &scheduler)
  }

  private mutating func isWelcome() -> Bool {
    let present = busy + waiting
    guard present < rules.capacity else { return false }
    return !rules.isDiscouraging || decisions.bernoulli(1 / Double(present + 1))
  }

  private mutating func enter(isObserved: Bool, in scheduler: inout Scheduler<Event>) {
    customers.append(Customer(arrival: scheduler.now, isObserved: isObserved))
    waiting += 1
    if isObserved { unfinished += 1 }
    if busy < rules.servers {
      serveNext(in: &scheduler)
    } else if let meanPatience = rules.meanPatience {
      let patience = patiences.exponential(mean: meanPatience)
      scheduler.schedule(.patienceEnds(customer: customers.count - 1), after: .seconds(patience))
    }
  }

  private mutating func serveNext(in scheduler: inout Scheduler<Event>) {
    while !customers[head].isWaiting { head += 1 }
    customers[head].isWaiting = false
    let customer = customers[head]
    let isInitial = head < initialNumber
    head += 1
    waiting -= 1
    busy += 1
    let service = isInitial ? rules.service.drawResidual(from: &services) : rules.service.draw(from: &services)
    scheduler.schedule(.departure, after: .seconds(service))
    guard customer.isObserved else { return }
    unfinished -= 1
    let wait = (scheduler.now - customer.arrival).seconds
    waits.append(wait)
    sojourns.record(wait + service)
  }

  private mutating func observe(in scheduler: inout Scheduler<Event>) {
    let now = scheduler.now
    if now < window.lowerBound {
      population = TimeWeightedAverage(Double(busy + waiting), from: window.lowerBound)
    } else if now <= window.upperBound {
      population.set(Double(busy + waiting), at: now)
    } else if unfinished == 0 {
      scheduler.stop()
    }
  }

  /// The time average of the customers that wait or are served, over the window.
  var meanNumber: Double { population.average(until: window.upperBound) }
  var meanWait: Double { waits.reduce(0, +) / Double(waits.count) }
  var meanSquaredWait: Double { waits.reduce(0) { $0 + $1 * $1 } / Double(waits.count) }

  /// The share of those served who waited longer than so.
  func share(waitingBeyond limit: Double) -> Double {
    Double(waits.count { $0 > limit }) / Double(waits.count)
  }
}
