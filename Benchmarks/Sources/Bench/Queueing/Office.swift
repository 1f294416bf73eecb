import SimulationKernel

/// M/M/4 with customers who leave when they have waited too long: 4.5 arrivals per time unit, mean service 1, mean
/// patience 2. A unit is an arrival.
struct Office: CountingModel {
  enum Event: BitwiseCopyable {
    case arrival
    case departure
    case patience(UInt32)
  }

  private struct Visit: BitwiseCopyable {
    var arrival = 0.0
    var customer: UInt32 = 0
    var waits = false
    var timer = PatienceTimer.none
  }

  private static let mask: UInt32 = 4095

  private var arrivals: Generator
  private var services: Generator
  private var patiences: Generator
  /// By the customer's number, used again after 4096 customers: nobody waits so long.
  private var visits = [Visit](repeating: Visit(), count: Int(mask) + 1)
  private var line = WaitingLine(filler: UInt32(0))
  private var totalWait = 0.0
  private var served: UInt64 = 0
  private var reneged: UInt64 = 0
  private var busy = 0
  private(set) var count = 0
  var target = 0

  init(seed: UInt64) {
    arrivals = Generator(seed: seed, index: 0)
    services = Generator(seed: seed, index: 1)
    patiences = Generator(seed: seed, index: 2)
  }

  mutating func start(in scheduler: inout Scheduler<Event>) {
    scheduler.schedule(.arrival, after: .seconds(arrivals.exponential(mean: 1 / 4.5)))
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrival: arrive(&scheduler)
    case .departure: depart(&scheduler)
    case .patience(let customer): loseIfWaiting(customer)
    }
  }

  private mutating func arrive(_ scheduler: inout Scheduler<Event>) {
    let customer = UInt32(truncatingIfNeeded: count)
    count &+= 1
    if busy < 4 {
      busy += 1
      serve(&scheduler)
    } else {
      line.append(customer)
      let timer = PatienceTimer(
        for: customer, after: .seconds(patiences.exponential(mean: 2)), in: &scheduler)
      visits[Int(customer & Self.mask)] = Visit(
        arrival: scheduler.now.seconds, customer: customer, waits: true, timer: timer)
    }
    scheduler.schedule(.arrival, after: .seconds(arrivals.exponential(mean: 1 / 4.5)))
    if count == target { scheduler.stop() }
  }

  private mutating func serve(_ scheduler: inout Scheduler<Event>) {
    scheduler.schedule(.departure, after: .seconds(services.exponential(mean: 1)))
  }

  private mutating func depart(_ scheduler: inout Scheduler<Event>) {
    served &+= 1
    while line.count > 0 {
      let index = Int(line.removeFirst() & Self.mask)
      guard visits[index].waits else { continue }
      visits[index].waits = false
      visits[index].timer.cancel(in: &scheduler)
      totalWait += scheduler.now.seconds - visits[index].arrival
      serve(&scheduler)
      return
    }
    busy -= 1
  }

  private mutating func loseIfWaiting(_ customer: UInt32) {
    let index = Int(customer & Self.mask)
    guard visits[index].waits, visits[index].customer == customer else { return }
    visits[index].waits = false
    reneged &+= 1
  }

  func digest(at now: Double) -> UInt64 { mixed(mixed(mixed(mixed(0, served), reneged), totalWait), now) }
}
