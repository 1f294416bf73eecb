import SimulationKernel
import Testing

/// Two styles in one simulation: one clock, one order.
@Suite("Attached models")
struct AttachedModelTests {
  /// Events that write their name and time into a journal shared with the processes.
  private struct Bell: SimulationModel {
    let journal: Journal
    let times: [Double]
    var stopsAt = Double.infinity

    func start(in scheduler: inout Scheduler<Int>) {
      for (number, time) in times.enumerated() { scheduler.schedule(number, after: .seconds(time)) }
    }

    mutating func handle(_ event: Int, in scheduler: inout Scheduler<Int>) {
      journal.note("bell \(event) at \(scheduler.now.seconds)")
      if scheduler.now.seconds >= stopsAt { scheduler.stop() }
    }
  }

  @Test("Events and wake-ups of one time come in the order in which they were scheduled")
  func oneOrder() throws {
    let journal = Journal()
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    try simulation.run {
      async let first: Void = {
        try await clock.sleep(for: .seconds(2))
        journal.note("process 1 at \(clock.now.seconds)")
      }()
      try await clock.sleep(for: .seconds(1))
      let bell = simulation.attach(Bell(journal: journal, times: [1, 2]))
      async let second: Void = {
        try await clock.sleep(for: .seconds(1))
        journal.note("process 2 at \(clock.now.seconds)")
        bell.schedule(7, after: .zero)
        try await clock.sleep(for: .zero)
        journal.note("process 2 again at \(clock.now.seconds)")
      }()
      try await first
      try await second
      try await clock.sleep(for: .seconds(5))
      return ()
    }
    #expect(
      journal.lines == [
        "process 1 at 2.0", "bell 0 at 2.0", "process 2 at 2.0", "bell 7 at 2.0", "process 2 again at 2.0",
        "bell 1 at 3.0",
      ])
  }

  @Test("An event of a model wakes a process, through a signal that the model holds")
  func wakes() throws {
    struct Alarm: SimulationModel {
      let signal: Signal<Double>
      func start(in scheduler: inout Scheduler<Bool>) { scheduler.schedule(true, after: .seconds(4)) }
      func handle(_ event: Bool, in scheduler: inout Scheduler<Bool>) { signal.fire(scheduler.now.seconds) }
    }
    let simulation = ProcessSimulation()
    let signal = Signal<Double>("alarm", in: simulation)
    _ = simulation.attach(Alarm(signal: signal))
    let (value, now) = try simulation.run { (try await signal.wait(), simulation.now.seconds) }
    #expect(value == 4 && now == 4)
  }

  @Test("Limits hold for events of a model, and a run goes on where it ended")
  func limits() throws {
    let journal = Journal()
    let simulation = ProcessSimulation()
    let bell = simulation.attach(Bell(journal: journal, times: [1, 2, 3, 4, 5], stopsAt: 4))
    #expect(try simulation.run(until: SimulationTime(seconds: 2)) == .timeLimit)
    #expect(simulation.now == SimulationTime(seconds: 2))
    #expect(journal.lines == ["bell 0 at 1.0", "bell 1 at 2.0"])
    #expect(try simulation.run(until: nil, maximumEvents: 1) == .eventLimit)
    #expect(bell.pendingCount == 2)
    #expect(try simulation.run(until: nil) == .stopped)
    #expect(try simulation.run(until: nil) == .stopped)
    #expect(try simulation.run(until: nil) == .exhausted)
    #expect(bell.eventCount == 5 && simulation.eventCount == 5)
  }

  @Test("A process that waits while only a model has events is no deadlock; without them it is")
  func deadlock() {
    let journal = Journal()
    let simulation = ProcessSimulation()
    let signal = Signal<Int>("never", in: simulation)
    _ = simulation.attach(Bell(journal: journal, times: [1, 2]))
    #expect(throws: SimulationError.self) { try simulation.run { _ = try await signal.wait() } }
    #expect(journal.lines.count == 2)
    #expect(simulation.now == SimulationTime(seconds: 2))
  }

  @Test("The same mixture has the same fingerprint, and nothing of it stays in memory")
  func repeatable() throws {
    func world() throws -> (Fingerprint, AnyObject) {
      let simulation = ProcessSimulation()
      let clock = simulation.clock
      let journal = Journal()
      let bell = simulation.attach(Bell(journal: journal, times: (0..<200).map { Double($0 * 37 % 50) }))
      for number in 0..<50 {
        simulation.start("sleeper", number) {
          for step in 1...10 {
            try await clock.sleep(for: .seconds(Double((number * step) % 7)))
            if step == 5 { bell.schedule(1_000 + number, after: .seconds(1)) }
          }
        }
      }
      try simulation.run(until: nil)
      #expect(journal.lines.count == 250)
      return (simulation.fingerprint, journal)
    }
    weak var leaked: AnyObject?
    let first = try {
      let (hash, object) = try world()
      leaked = object
      return hash
    }()
    #expect(try first == world().0)
    #expect(leaked == nil)
  }
}
