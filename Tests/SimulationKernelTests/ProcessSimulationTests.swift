import SimulationKernel
import Testing

@Suite("Simulation of processes")
struct ProcessSimulationTests {
  private struct Failure: Error, Equatable {
    let at: SimulationTime
  }

  private let simulation = ProcessSimulation()
  private let journal = Journal()

  @Test("A run returns what its process returns")
  func result() throws {
    #expect(try simulation.run { 42 } == 42)
    #expect(simulation.clock.now == .zero)
    #expect(simulation.eventCount == 0)
  }

  @Test("Child tasks of both kinds overlap in simulated time")
  func overlap() throws {
    let clock = simulation.clock
    let end = try simulation.run {
      async let tea: Void = clock.sleep(for: .seconds(180))
      try await clock.sleep(for: .seconds(60))
      try await tea
      try await withThrowingTaskGroup(of: Void.self) { group in
        for seconds in [1.0, 5, 3] { group.addTask { try await clock.sleep(for: .seconds(seconds)) } }
        try await group.waitForAll()
      }
      return clock.now
    }
    #expect(end == SimulationTime(seconds: 185))
    #expect(simulation.eventCount == 5)
  }

  @Test("Processes that are ready at one time go on first in, first out")
  func firstInFirstOut() throws {
    let (clock, journal) = (simulation.clock, journal)
    try simulation.run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for name in ["a", "b", "c"] {
          group.addTask {
            journal.note("\(name)1")
            try await clock.sleep(until: clock.now)
            journal.note("\(name)2")
            try await clock.sleep(for: .seconds(1))
            journal.note("\(name)3")
          }
        }
        journal.note("all")
        try await group.waitForAll()
      }
    }
    #expect(journal.lines == ["all", "a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3"])
  }

  @Test("A second run goes on at the time at which the first one ended")
  func secondRun() throws {
    let clock = simulation.clock
    for end in [2.0, 4.0] {
      try simulation.run { try await clock.sleep(for: .seconds(2)) }
      #expect(clock.now == SimulationTime(seconds: end))
    }
    #expect(simulation.eventCount == 2)
  }

  @Test("An error of a process reaches the caller, and its siblings are cancelled at that time")
  func errors() {
    let (clock, journal) = (simulation.clock, journal)
    #expect(throws: Failure(at: SimulationTime(seconds: 3))) {
      try simulation.run {
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            do {
              try await clock.sleep(for: .seconds(100))
            } catch {
              journal.note("\(error is CancellationError) at \(clock.now.seconds)")
            }
          }
          group.addTask {
            try await clock.sleep(for: .seconds(3))
            throw Failure(at: clock.now)
          }
          for try await _ in group {}
        }
      }
    }
    #expect(journal.lines == ["true at 3.0"])
    #expect(clock.now == SimulationTime(seconds: 3))
  }

  @Test("Plain actors stay on the simulation, and keep the order of their callers")
  func actors() throws {
    actor Book {
      private var lines: [String] = []
      func write(_ line: String, after duration: SimulationDuration, on clock: SimulationClock) async throws -> [String]
      {
        lines.append("\(line) begins")
        try await clock.sleep(for: duration)
        lines.append("\(line) at \(clock.now.seconds)")
        return lines
      }
    }
    let clock = simulation.clock
    let lines = try simulation.run {
      let book = Book()
      async let slow = book.write("slow", after: .seconds(2), on: clock)
      async let quick = book.write("quick", after: .seconds(1), on: clock)
      _ = try await quick
      return try await slow
    }
    #expect(lines == ["slow begins", "quick begins", "quick at 1.0", "slow at 2.0"])
  }

  @Test("A simulation runs inside a process of another one")
  func nested() throws {
    let clock = simulation.clock
    let inner = try simulation.run {
      try await clock.sleep(for: .seconds(1))
      let inner = ProcessSimulation()
      let innerClock = inner.clock
      try inner.run { try await innerClock.sleep(for: .seconds(10)) }
      try await clock.sleep(for: .seconds(1))
      return innerClock.now
    }
    #expect(inner == SimulationTime(seconds: 10))
    #expect(clock.now == SimulationTime(seconds: 2))
  }

  @Test("What a process keeps is gone after the run")
  func memory() throws {
    let (clock, journal) = (simulation.clock, journal)
    do {
      let witness = Witness(journal)
      try simulation.run {
        try await clock.sleep(for: .seconds(1))
        witness.testify()
      }
    }
    #expect(journal.lines == ["gone"])
  }

  @Test("Code outside a run cannot wait in the simulation, nor can a process run its own simulation")
  func misuse() async {
    await #expect(processExitsWith: .failure) {
      try await ProcessSimulation().clock.sleep(for: .seconds(1))
    }
    await #expect(processExitsWith: .failure) {
      let simulation = ProcessSimulation()
      try simulation.run { try simulation.run {} }
    }
  }
}

@Suite("Determinism of processes")
struct DeterminismTests {
  @Test("The same processes give the same order in every run")
  func sameOrder() throws {
    let outcomes = try (0..<30).map { _ in try Market.play() }
    #expect(Set(outcomes).count == 1)
    #expect(outcomes[0].events > 60)
    #expect(outcomes[0].lines.contains { $0.hasPrefix("left") })
  }

  @Test("Runs on several threads at once give the same order as one alone")
  func threads() async throws {
    let alone = try Market.play()
    let outcomes = try await withThrowingTaskGroup(of: Market.Outcome.self) { group in
      for _ in 0..<16 { group.addTask { try Market.play() } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(outcomes) == [alone])
  }

  @Test("Other processes give another fingerprint")
  func otherOrder() throws {
    #expect(try Market.play(shift: 1).fingerprint != Market.play().fingerprint)
  }
}
