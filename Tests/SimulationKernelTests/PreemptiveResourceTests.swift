import RandomStreams
import SimulationKernel
import Testing

@Suite("Preemptive resource")
struct PreemptiveResourceTests {
  private struct Job {
    let arrival: Double
    let work: Double
    let priority: Int
  }

  private let simulation = ProcessSimulation()
  private let journal = Journal()

  /// When each job ends on one machine that resumes what it left, played one event after another.
  private static func expected(_ jobs: [Job]) -> [Double] {
    var rest = jobs.map(\.work)
    var ends = jobs.map { _ in 0.0 }
    var queue: [(priority: Int, serial: Int, job: Int)] = []
    var current: Int?
    var since = 0.0
    var serial = 0
    var next = 0
    func enqueue(_ job: Int) {
      queue.append((jobs[job].priority, serial, job))
      serial += 1
      queue.sort { ($0.priority, $0.serial) < ($1.priority, $1.serial) }
    }
    while next < jobs.count || current != nil {
      if let job = current, next == jobs.count || since + rest[job] <= jobs[next].arrival {
        since += rest[job]
        ends[job] = since
        current = queue.isEmpty ? nil : queue.removeFirst().job
      } else {
        let time = jobs[next].arrival
        if let job = current, jobs[next].priority < jobs[job].priority {
          rest[job] -= time - since
          enqueue(job)
          (current, since) = (next, time)
        } else if current == nil {
          (current, since) = (next, time)
        } else {
          enqueue(next)
        }
        next += 1
      }
    }
    return ends
  }

  @Test("Jobs that resume what was left end when plain bookkeeping says", arguments: 0..<20)
  func random(seed: Int) throws {
    var stream = StreamFamily(rootSeed: UInt64(seed), replication: 0).stream("jobs")
    var time = 0.0
    let jobs = (0..<150).map { _ in
      time += stream.exponential(mean: 1)
      return Job(arrival: time, work: stream.exponential(mean: 0.9), priority: stream.below(4))
    }
    let (simulation, clock, ends) = (simulation, simulation.clock, journal)
    let machine = PreemptiveResource("machine", capacity: 1, in: simulation)
    for (index, job) in jobs.enumerated() {
      simulation.start("job", index) {
        try await clock.sleep(until: SimulationTime(seconds: job.arrival))
        var rest = SimulationDuration.seconds(job.work)
        while rest > .zero {
          do {
            let left = rest
            try await machine.withUnit(priority: job.priority) { try await clock.sleep(for: left) }
            rest = .zero
          } catch let loss as Preempted {
            rest = rest - loss.usedFor
          }
        }
        ends.note("\(index) \(clock.now.seconds)")
      }
    }
    try simulation.run(until: nil)
    let expected = Self.expected(jobs)
    var found = jobs.map { _ in Double.nan }
    for line in ends.lines {
      let parts = line.split(separator: " ")
      found[Int(parts[0]) ?? 0] = Double(parts[1]) ?? .nan
    }
    // The two add up the same lengths in another order, so they agree up to rounding.
    #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(machine.preemptions > 10 && machine.inUse == 0 && machine.queueLength == 0)
  }

  @Test("The least urgent holder loses, of equals the one that came last; and is told by whom and after how long")
  func victim() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let machine = PreemptiveResource("machine", capacity: 3, in: simulation)
    try simulation.run {
      for (name, priority) in [("a", 2), ("b", 3), ("c", 3)] {
        simulation.start(name) {
          do {
            try await machine.withUnit(priority: priority) { try await clock.sleep(for: .seconds(9)) }
            journal.note("\(name) done")
          } catch let loss as Preempted {
            journal.note("\(name): \(loss)")
          }
        }
      }
      try await clock.sleep(for: .seconds(2))
      try await machine.withUnit(priority: 1) {}
      // Nobody less urgent holds a unit that this one may take: it waits.
      try await machine.withUnit(priority: 3) { journal.note("served at \(clock.now.seconds)") }
      try await clock.sleep(for: .seconds(20))
    }
    #expect(
      journal.lines == ["served at 2.0", "c: 'machine' was taken by root after 2.0 s", "a done", "b done"])
    #expect(machine.preemptions == 1)
  }

  @Test("Who ends without another wait need not hear of the loss; the unit is not given back twice")
  func lossUnheard() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let machine = PreemptiveResource("machine", capacity: 1, in: simulation)
    try simulation.run {
      let worker = simulation.start("worker") {
        try await machine.withUnit(priority: 5) {
          do { try await clock.sleep(for: .seconds(9)) } catch is Interrupt {}
        }
        try await clock.sleep(for: .seconds(1))
      }
      try await clock.sleep(for: .seconds(1))
      // Interrupted first, the worker leaves its wait, and loses the unit before it goes on.
      worker.interrupt()
      try await machine.withUnit(priority: 1) {
        try await clock.sleep(for: .seconds(3))
        #expect(machine.inUse == 1)
      }
      try await worker.finished()
    }
    #expect(machine.inUse == 0 && machine.preemptions == 1)
    #expect(simulation.now == SimulationTime(seconds: 4))
  }

  @Test("A child task can hold and lose a unit")
  func childTask() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let machine = PreemptiveResource("machine", capacity: 1, in: simulation)
    try simulation.run {
      async let work: Void = machine.withUnit(priority: 5) { try await clock.sleep(for: .seconds(9)) }
      try await clock.sleep(for: .seconds(1))
      try await machine.withUnit(priority: 1) { try await clock.sleep(for: .seconds(1)) }
      do { try await work } catch let loss as Preempted { journal.note("\(loss.usedFor.seconds)") }
    }
    #expect(journal.lines == ["1.0"])
  }
}
