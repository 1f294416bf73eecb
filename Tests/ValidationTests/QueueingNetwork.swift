import RandomStreams
import SimulationKernel

/// Stations with exponential services, between which customers move at random; open, closed, or both.
///
/// Only numbers are observed, so the order of service does not matter.
struct QueueingNetwork: SimulationModel {
  enum Event {
    case arrival(station: Int)
    case departure(station: Int)
  }

  struct Layout {
    let stations: [QueueTheory.Station]
    /// The probability of going from a station to another; what is left to 1 leaves the network.
    let routing: [[Double]]
    /// The rate of arrivals from outside at each station; all 0 in a closed network.
    let outside: [Double]
  }

  let layout: Layout
  private(set) var numbers: [Int]
  private var streams: [(gaps: RandomStream, services: RandomStream, moves: RandomStream)]
  private var averages: [TimeWeightedAverage]
  private var empty: TimeWeightedAverage
  /// How many services have ended at each station.
  private(set) var departures: [Int]

  /// - Parameter numbers: How many customers are at each station at time 0.
  init(_ layout: Layout, numbers: [Int], streams: StreamFamily) {
    self.layout = layout
    self.numbers = numbers
    let names = ["gaps", "services", "moves"].map(streams.named)
    self.streams = layout.stations.indices.map { station in
      let own = names.map { $0.stream(for: StreamEntity(station)) }
      return (own[0], own[1], own[2])
    }
    averages = numbers.map { TimeWeightedAverage(Double($0)) }
    empty = TimeWeightedAverage(numbers.allSatisfy { $0 == 0 } ? 1 : 0)
    departures = numbers.map { _ in 0 }
  }

  mutating func start(in scheduler: inout Scheduler<Event>) {
    for station in numbers.indices {
      if layout.outside[station] > 0 { scheduleArrival(at: station, in: &scheduler) }
      for _ in 0..<min(numbers[station], layout.stations[station].servers) {
        scheduleDeparture(from: station, in: &scheduler)
      }
    }
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .arrival(let station):
      scheduleArrival(at: station, in: &scheduler)
      enter(station, in: &scheduler)
    case .departure(let station):
      departures[station] += 1
      numbers[station] -= 1
      if numbers[station] >= layout.stations[station].servers { scheduleDeparture(from: station, in: &scheduler) }
      averages[station].set(Double(numbers[station]), at: scheduler.now)
      if let next = destination(from: station) { enter(next, in: &scheduler) }
    }
    empty.set(numbers.allSatisfy { $0 == 0 } ? 1 : 0, at: scheduler.now)
  }

  private mutating func enter(_ station: Int, in scheduler: inout Scheduler<Event>) {
    numbers[station] += 1
    averages[station].set(Double(numbers[station]), at: scheduler.now)
    if numbers[station] <= layout.stations[station].servers { scheduleDeparture(from: station, in: &scheduler) }
  }

  private mutating func destination(from station: Int) -> Int? {
    var left = streams[station].moves.uniform()
    for (next, probability) in layout.routing[station].enumerated() {
      left -= probability
      if left < 0 { return next }
    }
    // A closed network's rows sum to 1 but for rounding: nobody may slip out of it.
    return layout.outside.contains { $0 > 0 } ? nil : layout.routing[station].lastIndex { $0 > 0 }
  }

  private mutating func scheduleArrival(at station: Int, in scheduler: inout Scheduler<Event>) {
    let gap = streams[station].gaps.exponential(mean: 1 / layout.outside[station])
    scheduler.schedule(.arrival(station: station), after: .seconds(gap))
  }

  private mutating func scheduleDeparture(from station: Int, in scheduler: inout Scheduler<Event>) {
    let service = streams[station].services.exponential(mean: layout.stations[station].meanService)
    scheduler.schedule(.departure(station: station), after: .seconds(service))
  }

  /// The time average of the number at each station.
  func meanNumbers(until end: SimulationTime) -> [Double] { averages.map { $0.average(until: end) } }
  /// The share of time in which nobody is in the network.
  func emptyShare(until end: SimulationTime) -> Double { empty.average(until: end) }
}
