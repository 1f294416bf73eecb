import RandomStreams
import SimulationKernel
import Testing

@Suite("Requests to a resource")
struct ResourceRequestTests {
  /// One request, and what became of it: when it was served, or `nil`.
  struct Request {
    let arrival: Double
    let service: Double
    let units: Int
    let priority: Int
    let patience: Double
    var start: Double?
  }

  /// The same rules, played one event after another over a plain list.
  private static func expected(_ requests: [Request], capacity: Int) -> [Double?] {
    var requests = requests
    var free = capacity
    var waiting: [Int] = []
    var pending: [(time: Double, isRelease: Bool, index: Int)] = []
    var arrivals = Array(requests.indices)
    while true {
      let arrival = arrivals.first.map { (time: requests[$0].arrival, isRelease: false, index: $0) }
      let giveUp = waiting.map { (time: requests[$0].arrival + requests[$0].patience, isRelease: false, index: $0) }
      guard let next = (pending + giveUp + [arrival].compactMap(\.self)).min(by: { $0.time < $1.time }) else { break }
      if next.isRelease {
        free += requests[next.index].units
        pending.removeAll { $0.index == next.index }
      } else if arrivals.first == next.index {
        arrivals.removeFirst()
        waiting.append(next.index)
        waiting.sort { (requests[$0].priority, $0) < (requests[$1].priority, $1) }
      } else {
        waiting.removeAll { $0 == next.index }
      }
      while let first = waiting.first, requests[first].units <= free {
        waiting.removeFirst()
        free -= requests[first].units
        requests[first].start = next.time
        pending.append((next.time + requests[first].service, true, first))
      }
    }
    return requests.map(\.start)
  }

  @Test("Random requests are served when plain bookkeeping says", arguments: 0..<20)
  func random(seed: Int) throws {
    var stream = StreamFamily(rootSeed: UInt64(seed), replication: 0).stream("requests")
    let capacity = 1 + stream.below(4)
    var time = 0.0
    let requests = (0..<150).map { _ in
      time += stream.exponential(mean: 1)
      return Request(
        arrival: time, service: stream.exponential(mean: 1.2), units: 1 + stream.below(capacity),
        priority: stream.below(3) - 1, patience: stream.exponential(mean: 6))
    }
    let simulation = ProcessSimulation()
    let (clock, journal) = (simulation.clock, Journal())
    let desk = Resource("desk", capacity: capacity, in: simulation)
    for (index, request) in requests.enumerated() {
      simulation.start("user", index) {
        try await clock.sleep(until: SimulationTime(seconds: request.arrival))
        let served: Void? = try await desk.withUnits(
          request.units, priority: request.priority, patience: .seconds(request.patience)
        ) {
          journal.note("\(index) \(clock.now.seconds)")
          try await clock.sleep(for: .seconds(request.service))
        }
        if served == nil { journal.note("\(index) nil") }
      }
    }
    try simulation.run(until: nil)
    let starts = Self.expected(requests, capacity: capacity)
    let lines = starts.enumerated().map { "\($0.offset) \($0.element.map { "\($0)" } ?? "nil")" }
    #expect(Set(journal.lines) == Set(lines) && journal.lines.count == lines.count)
    let unserved = starts.count { $0 == nil }
    #expect(desk.reneged == unserved && desk.waits.count == 150 - unserved)
    #expect(desk.inUse == 0 && desk.queueLength == 0 && simulation.processCount == 0)
    // Else the test would say little about patience.
    #expect(unserved > 5 && unserved < 145)
  }

  @Test("Who comes to a full queue is turned away at once")
  func balking() throws {
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let desk = Resource("desk", capacity: 1, maximumQueue: 1, in: simulation)
    try simulation.run {
      for _ in 0..<2 {
        simulation.start("user") { try await desk.withUnit { try await clock.sleep(for: .seconds(5)) } }
      }
      try await clock.sleep(for: .seconds(1))
      await #expect(throws: QueueIsFull.self) { try await desk.acquire() }
      let served: Void? = try await desk.withUnits(1) {}
      #expect(served == nil)
      #expect(clock.now == SimulationTime(seconds: 1) && desk.balked == 2 && desk.queueLength == 1)
    }
  }

  @Test("After a warm-up only what follows counts")
  func warmUp() throws {
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let desk = Resource("desk", capacity: 2, in: simulation)
    try simulation.run {
      try await clock.sleep(for: .seconds(6))
      try await desk.acquire()
      try await clock.sleep(for: .seconds(1))
      desk.resetStatistics()
      try await clock.sleep(for: .seconds(1))
      desk.release()
      try await clock.sleep(for: .seconds(1))
    }
    #expect(desk.utilization == 0.25 && desk.waits.count == 0)
  }

  @Test("A queue that is never served does not grow by those who leave it")
  func staleWaiters() throws {
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let desk = Resource("desk", capacity: 1, in: simulation)
    try simulation.run {
      try await desk.acquire()
      for round in 0..<2_000 {
        #expect(try await desk.request(priority: round % 2, patience: .seconds(1)) == .reneged)
      }
      #expect(desk.queueLength == 0 && clock.now == SimulationTime(seconds: 2_000))
      desk.release()
      #expect(try await desk.request(patience: nil) == .granted)
    }
    #expect(desk.reneged == 2_000)
  }

  @Test("More units than there are, or more given back than held, end the program")
  func misuse() async {
    await #expect(processExitsWith: .failure) {
      let simulation = ProcessSimulation()
      let desk = Resource("desk", capacity: 2, in: simulation)
      try simulation.run { try await desk.acquire(3) }
    }
    await #expect(processExitsWith: .failure) {
      Resource("desk", capacity: 2, in: ProcessSimulation()).release()
    }
  }
}
