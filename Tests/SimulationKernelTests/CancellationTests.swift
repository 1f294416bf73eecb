import SimulationKernel
import Testing

@Suite("Cancellation of processes")
struct CancellationTests {
  private let simulation = ProcessSimulation()
  private let journal = Journal()

  @Test("A sleeper that is cancelled goes on at the time of the cancellation")
  func whileAsleep() throws {
    let (clock, journal) = (simulation.clock, journal)
    try simulation.run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { await note(journal, clock) { try await clock.sleep(for: .seconds(100)) } }
        try await clock.sleep(for: .seconds(3))
        group.cancelAll()
        try await group.waitForAll()
      }
    }
    #expect(journal.lines == ["CancellationError() at 3.0"])
    #expect(clock.now == SimulationTime(seconds: 3))
    #expect(simulation.eventCount == 1)
  }

  @Test("A process that was cancelled before it waits does not wait, and cannot wait again")
  func beforeWaiting() throws {
    let (clock, journal) = (simulation.clock, journal)
    let desk = Resource("desk", capacity: 1, in: simulation)
    try simulation.run {
      await withTaskGroup(of: Void.self) { group in
        group.cancelAll()
        group.addTask {
          await note(journal, clock) { try await clock.sleep(for: .seconds(1)) }
          await note(journal, clock) { try await clock.sleep(until: clock.now) }
          await note(journal, clock) { try await desk.withUnit { try await clock.sleep(for: .seconds(1)) } }
        }
      }
    }
    #expect(journal.lines == Array(repeating: "CancellationError() at 0.0", count: 3))
    #expect(desk.inUse == 0)
    #expect(simulation.eventCount == 0)
  }

  @Test("A timeout is a race between two child tasks", arguments: [(3.0, 3.0, true), (100, 5, false)])
  func timeout(work: Double, end: Double, isInTime: Bool) throws {
    let clock = simulation.clock
    let finished = try simulation.run {
      try await withThrowingTaskGroup(of: Bool.self) { group in
        group.addTask {
          try await clock.sleep(for: .seconds(work))
          return true
        }
        group.addTask {
          try await clock.sleep(for: .seconds(5))
          return false
        }
        let first = try await group.next()
        group.cancelAll()
        return first
      }
    }
    #expect(finished == isInTime)
    // The loser's wake-up is still in the event list, and does not count.
    #expect(clock.now == SimulationTime(seconds: end))
    #expect(simulation.eventCount == 1)
  }

  @Test(
    "Of a wake-up and a cancellation at the same time, the one that was scheduled first has effect",
    arguments: [(true, "nil at 5.0"), (false, "CancellationError() at 5.0")])
  func tie(sleeperFirst: Bool, line: String) throws {
    let (clock, journal) = (simulation.clock, journal)
    try simulation.run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        if !sleeperFirst { try await clock.sleep(until: SimulationTime(seconds: 1)) }
        group.addTask {
          await note(journal, clock) {
            try await clock.sleep(until: SimulationTime(seconds: 5), rank: sleeperFirst ? .normal : .late)
          }
        }
        // The child falls asleep before the parent does where the parent lets it go first.
        try await clock.sleep(until: clock.now)
        try await clock.sleep(until: SimulationTime(seconds: 5))
        group.cancelAll()
        try await group.waitForAll()
      }
    }
    #expect(journal.lines == [line])
  }

  @Test("The wake-up of a cancelled sleeper does not move the clock, though it is the last event")
  func staleWakeUp() {
    let clock = simulation.clock
    let desk = Resource("desk", capacity: 1, in: simulation)
    let waiting = "root waits for a unit of 'desk', which is held by root"
    #expect(throws: SimulationError.deadlock(at: SimulationTime(seconds: 1), waiting: [waiting])) {
      try simulation.run {
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { try await clock.sleep(until: SimulationTime(seconds: 4)) }
          try await clock.sleep(for: .seconds(1))
          group.cancelAll()
          while await group.nextResult() != nil {}
        }
        try await desk.withUnit { try await desk.withUnit {} }
      }
    }
    #expect(clock.now == SimulationTime(seconds: 1))
  }

  @Test("The place of a cancelled sleeper is used again, and its late wake-up wakes nobody else")
  func reusedPlace() throws {
    let clock = simulation.clock
    try simulation.run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await clock.sleep(until: SimulationTime(seconds: 4)) }
        try await clock.sleep(for: .seconds(1))
        group.cancelAll()
        while await group.nextResult() != nil {}
      }
      // At 4 s the first sleeper's wake-up comes up, while this one sleeps in the same place.
      try await clock.sleep(until: SimulationTime(seconds: 9))
    }
    #expect(clock.now == SimulationTime(seconds: 9))
    #expect(simulation.eventCount == 2)
  }
}

/// Notes what a step throws, or `nil`, and when it ended.
private func note(_ journal: Journal, _ clock: SimulationClock, _ step: () async throws -> Void) async {
  do {
    try await step()
    journal.note("nil at \(clock.now.seconds)")
  } catch {
    journal.note("\(error) at \(clock.now.seconds)")
  }
}
