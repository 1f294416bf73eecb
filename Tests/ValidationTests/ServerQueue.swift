import RandomStreams
import SimulationKernel

/// A queue with Poisson arrivals and exponential service at a number of servers, M/M/c, in event style.
///
/// Customers are served in the order of their arrival. What happens before `warmUp` is not observed.
struct ServerQueue: SimulationModel {
  enum Event { case arrival, departure }

  let servers: Int
  let warmUp: SimulationTime
  private let meanGap: Double
  private let meanService: Double
  private var gaps: RandomStream
  private var services: RandomStream

  /// Arrival times of the customers that wait, those before `head` having been served.
  private var waiting: [SimulationTime] = []
  private var head = 0
  private var busy = 0
  private(set) var waits = Tally()
  private(set) var sojourns = Tally()
  private(set) var arrivals = 0
  private var population: TimeWeightedAverage?

  /// - Parameter load: Arrivals times service time over servers, below 1. The mean service time is 1.
  init(servers: Int, load: Double, warmUp: Double, streams: StreamFamily) {
    self.servers = servers
    self.warmUp = SimulationTime(seconds: warmUp)
    meanService = 1
    meanGap = meanService / (load * Double(servers))
    gaps = streams.stream("arrivals")
    services = streams.stream("services")
  }

  mutating func start(in scheduler: inout Scheduler<Event>) {
    scheduler.schedule(.arrival, after: .seconds(gaps.exponential(mean: meanGap)))
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrival:
      scheduler.schedule(.arrival, after: .seconds(gaps.exponential(mean: meanGap)))
      if scheduler.now >= warmUp { arrivals += 1 }
      waiting.append(scheduler.now)
    case .departure:
      busy -= 1
    }
    if busy < servers, head < waiting.count { serveNext(in: &scheduler) }
    observe(at: scheduler.now)
  }

  private mutating func serveNext(in scheduler: inout Scheduler<Event>) {
    let arrival = waiting[head]
    head += 1
    busy += 1
    let service = services.exponential(mean: meanService)
    scheduler.schedule(.departure, after: .seconds(service))
    guard arrival >= warmUp else { return }
    let wait = (scheduler.now - arrival).seconds
    waits.record(wait)
    sojourns.record(wait + service)
  }

  private mutating func observe(at now: SimulationTime) {
    guard now >= warmUp else { return }
    if population == nil { population = TimeWeightedAverage(from: now) }
    population?.set(Double(busy + waiting.count - head), at: now)
  }

  /// The time average of the customers that wait or are served.
  func meanNumber(until end: SimulationTime) -> Double { population?.average(until: end) ?? 0 }
}
