import RandomStreams
import SimulationKernel

// snippet: ant-colony
struct Colony: SimulationModel {
  enum Event: BitwiseCopyable {
    case broodGrowsHungry
    case looks(ant: UInt32)
    case returns(ant: UInt32, branch: UInt8)
    case census
  }

  var ants: [Ant]
  var trails = [Trail(), Trail()]
  /// There and back, in seconds.
  let roundTrips: [Double] = [40, 80]
  var hunger = 0.0
  var outside = 0
  var trips = [0, 0]
  var counted = Series()
  let censusRank: EventRank

  init(ants count: Int, _ streams: StreamFamily, censusRank: EventRank = .late) {
    let named = streams.named("ant")
    ants = (0..<count).map { number in
      var stream = named.stream(for: StreamEntity(number))
      let threshold = Float(5 + 45 * stream.uniform())
      return Ant(stream: stream, threshold: threshold)
    }
    self.censusRank = censusRank
  }

  mutating func start(in scheduler: inout Scheduler<Event>) {
    scheduler.schedule(.broodGrowsHungry, at: .zero, rank: .early)
    for ant in ants.indices { scheduler.schedule(.looks(ant: UInt32(ant)), at: .zero) }
    scheduler.schedule(.census, at: .zero, rank: censusRank)
  }

  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {
    switch event {
    case .broodGrowsHungry:
      hunger += 0.02 * Double(ants.count)
      scheduler.schedule(.broodGrowsHungry, after: .seconds(10), rank: .early)
    case .looks(let ant):
      look(ant, in: &scheduler)
    case .returns(let ant, let branch):
      comeHome(ant, by: Int(branch), in: &scheduler)
    case .census:
      counted.record(Double(outside), at: scheduler.now)
      scheduler.schedule(.census, after: .seconds(60), rank: censusRank)
    }
  }

  mutating func look(_ ant: UInt32, in scheduler: inout Scheduler<Event>) {
    guard ants[Int(ant)].engages(at: hunger) else {
      return scheduler.schedule(.looks(ant: ant), after: .seconds(10))
    }
    outside += 1
    let weights = trails.map { trail in
      let sum = 20 + trail.amount(at: scheduler.now)
      return sum * sum
    }
    let branch = ants[Int(ant)].stream.categorical(weights)
    scheduler.schedule(.returns(ant: ant, branch: UInt8(branch)), after: .seconds(roundTrips[branch]))
  }

  mutating func comeHome(_ ant: UInt32, by branch: Int, in scheduler: inout Scheduler<Event>) {
    outside -= 1
    hunger = max(0, hunger - 1)
    ants[Int(ant)].trips += 1
    trips[branch] += 1
    trails[branch].lay(1, at: scheduler.now)
    scheduler.schedule(.looks(ant: ant), after: .zero)
  }
}
// end

// snippet: ant-prefetch
extension Colony {
  func prefetch(_ event: Event) {
    guard case .looks(let ant) = event else { return }
    ants.withUnsafeBytes { memory in
      guard let start = memory.baseAddress else { return }
      SimulationKernel.prefetch(start + Int(ant) * MemoryLayout<Ant>.stride)
    }
  }
}
// end
