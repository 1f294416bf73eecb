import SimulationKernel
import Testing

@Suite("Simulated clock")
struct SimulationClockTests {
  private let simulation = ProcessSimulation()
  private let journal = Journal()

  @Test("Sleepers wake in the order of time, rank and falling asleep")
  func order() throws {
    let (clock, journal) = (simulation.clock, journal)
    let sleepers: [(name: String, time: Double, rank: EventRank)] = [
      ("a", 2, .normal), ("b", 1, .late), ("c", 1, .normal), ("d", 2, .early), ("e", 1, .normal), ("f", 0, .late),
    ]
    try simulation.run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (name, time, rank) in sleepers {
          group.addTask {
            try await clock.sleep(until: SimulationTime(seconds: time), rank: rank)
            journal.note("\(name)\(clock.now.seconds)")
          }
        }
        try await group.waitForAll()
      }
    }
    #expect(journal.lines == ["f0.0", "c1.0", "e1.0", "b1.0", "d2.0", "a2.0"])
  }

  @Test("A sleep until a time that is past lets all that is ready go first, and does not turn the clock back")
  func pastDeadline() throws {
    let (clock, journal) = (simulation.clock, journal)
    try simulation.run {
      try await clock.sleep(for: .seconds(5))
      async let other: Void = journal.note("other")
      try await clock.sleep(until: SimulationTime(seconds: 1))
      journal.note("back at \(clock.now.seconds)")
      await other
    }
    #expect(journal.lines == ["other", "back at 5.0"])
  }

  @Test("A duration of the outside world is slept in simulated time, for an hour as for a nanosecond")
  func outsideDurations() throws {
    let clock = simulation.clock
    try simulation.run { try await clock.sleep(for: Duration.seconds(3_600), tolerance: nil) }
    #expect(clock.now == SimulationTime(seconds: 3_600))
    try simulation.run { try await clock.sleep(for: clock.minimumResolution) }
    #expect(clock.now > SimulationTime(seconds: 3_600))
    #expect(abs((clock.now - SimulationTime(seconds: 3_600)).seconds - 1e-9) < 1e-12)
  }

  @Test("Code that is generic over a clock measures the same in simulated time as it was told to sleep")
  func measure() throws {
    let clock = simulation.clock
    let length = try simulation.run { try await clock.measure { try await relay(on: clock, journal) } }
    #expect(length == .milliseconds(4))
    #expect(journal.lines == Self.relayed)
  }

  // Nothing is said about how long it takes: that is up to the machine.
  @Test("The same code runs on the wall clock without a change")
  func wallClock() async throws {
    try await relay(on: ContinuousClock(), journal)
    #expect(journal.lines == Self.relayed)
  }

  private static let relayed = ["first begins", "second begins", "third begins", "done"]
}

/// Three runners, one after another, with a spectator who sleeps all the while.
private func relay(on clock: some Clock<Duration>, _ journal: Journal) async throws {
  async let spectator: Void = clock.sleep(for: .milliseconds(4))
  for runner in ["first", "second", "third"] {
    journal.note("\(runner) begins")
    try await clock.sleep(for: .milliseconds(1))
  }
  try await spectator
  journal.note("done")
}
