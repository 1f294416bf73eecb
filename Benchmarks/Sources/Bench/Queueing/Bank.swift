import SimulationKernel

/// The M/M/1 queue in event style: utilisation 0.9, first come first served.
///
/// A customer's service is drawn when it arrives, so that every style of the model draws the same.
struct Bank: CountingModel {
  enum Event: UInt32, BitwiseCopyable {
    case arrival
    case departure
  }

  struct Customer: BitwiseCopyable {
    let arrival: Double
    let service: Double
  }

  private var arrivals: Generator
  private var services: Generator
  private var line = WaitingLine(filler: Customer(arrival: 0, service: 0))
  private var totalTime = 0.0
  private(set) var count = 0
  var target = 0

  init(seed: UInt64) {
    arrivals = Generator(seed: seed, index: 0)
    services = Generator(seed: seed, index: 1)
  }

  mutating func start(in scheduler: inout Scheduler<Event>) {
    scheduler.schedule(.arrival, after: .seconds(arrivals.exponential(mean: 1)))
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    let now = scheduler.now.seconds
    switch event {
    case .arrival:
      line.append(Customer(arrival: now, service: services.exponential(mean: 0.9)))
      if line.count == 1 { serveFirst(&scheduler) }
      scheduler.schedule(.arrival, after: .seconds(arrivals.exponential(mean: 1)))
    case .departure:
      totalTime += now - line.removeFirst().arrival
      count &+= 1
      if line.count > 0 { serveFirst(&scheduler) }
      if count == target { scheduler.stop() }
    }
  }

  private func serveFirst(_ scheduler: inout Scheduler<Event>) {
    scheduler.schedule(.departure, after: .seconds(line.first.service))
  }

  func digest(at now: Double) -> UInt64 { mixed(mixed(mixed(0, UInt64(count)), totalTime), now) }
}
