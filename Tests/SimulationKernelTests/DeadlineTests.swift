import SimulationKernel
import Testing

@Suite("Deadlines")
struct DeadlineTests {
  private let simulation = ProcessSimulation()

  @Test("What ends before the deadline has its result, and what does not has none", arguments: [(3.0, 3.0), (8, 5)])
  func inTime(work: Double, end: Double) throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let result = try simulation.run {
      try await simulation.withDeadline(.seconds(5)) {
        try await clock.sleep(for: .seconds(work))
        return "done"
      }
    }
    #expect(result == (work < 5 ? "done" : nil))
    #expect(simulation.now == SimulationTime(seconds: end))
  }

  @Test("Of a wake-up and a deadline at one time, the one that was scheduled first has effect")
  func tie() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let results = try simulation.run {
      let deadlineFirst: Bool? = try await simulation.withDeadline(.seconds(5)) {
        try await clock.sleep(for: .seconds(5))
        return true
      }
      let sleeper = simulation.start("sleeper") { try await clock.sleep(for: .seconds(5)) }
      try await clock.sleep(for: .zero)
      let sleepFirst: Bool? = try await simulation.withDeadline(.seconds(5)) {
        try await sleeper.finished()
        return true
      }
      return [deadlineFirst, sleepFirst]
    }
    #expect(results == [nil, true])
  }

  @Test("Of deadlines inside one another, the first counts; the outer one ends both")
  func nested() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    func nested(_ outer: Double, _ inner: Double) throws -> (Bool, Bool, Double) {
      let start = simulation.now
      return try simulation.run {
        let counter = Counter()
        let result: Void? = try await simulation.withDeadline(.seconds(outer)) {
          let result: Void? = try await simulation.withDeadline(.seconds(inner)) {
            try await clock.sleep(for: .seconds(10))
          }
          counter.add(result == nil ? 1 : 2)
        }
        return (result == nil, counter.value == 1, (clock.now - start).seconds)
      }
    }
    #expect(try nested(4, 2) == (false, true, 2))
    #expect(try nested(2, 4) == (true, false, 2))
    #expect(try nested(3, 3) == (true, false, 3))
  }

  @Test("Who leaves a queue at a deadline leaves it cleanly; every wait inside throws, and none outside")
  func queue() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let desk = Resource("desk", capacity: 1, in: simulation)
    try simulation.run {
      simulation.start("first") { try await desk.withUnit { try await clock.sleep(for: .seconds(10)) } }
      try await clock.sleep(for: .seconds(1))
      let result: Bool? = try await simulation.withDeadline(.seconds(2)) {
        await #expect(throws: DeadlineReached.self) { try await desk.withUnit {} }
        await #expect(throws: DeadlineReached.self) { try await clock.sleep(for: .zero) }
        return true
      }
      #expect(result == true)
      #expect(desk.queueLength == 0 && desk.cancelled == 1)
      try await clock.sleep(for: .seconds(1))
      #expect(clock.now == SimulationTime(seconds: 4))
      try await desk.withUnit {}
      #expect(clock.now == SimulationTime(seconds: 10))
    }
  }

  @Test("A deadline of a child task is its own")
  func childTask() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    @Sendable func limited(_ seconds: Double) async throws -> Bool {
      let result: Void? = try await simulation.withDeadline(.seconds(seconds)) {
        for _ in 0..<4 { try await clock.sleep(for: .seconds(1)) }
      }
      try await clock.sleep(for: .seconds(1))
      return result != nil
    }
    let results = try simulation.run {
      async let short = limited(2.5)
      async let long = limited(4.5)
      return try await [short, long]
    }
    #expect(results == [false, true])
    #expect(simulation.now == SimulationTime(seconds: 5))
  }

  @Test("Who awaits child tasks learns of its deadline at its own next wait; a deadline of a child is in time")
  func aroundChildTasks() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let times = try simulation.run {
      let outside: Void? = try await simulation.withDeadline(.seconds(2)) {
        async let child: Void = clock.sleep(for: .seconds(5))
        try await child
        try await clock.sleep(for: .seconds(1))
      }
      let late = clock.now.seconds
      async let inside: Void? = simulation.withDeadline(.seconds(2)) { try await clock.sleep(for: .seconds(5)) }
      let isInTime = try await inside == nil
      return outside == nil && isInTime ? [late, clock.now.seconds] : []
    }
    #expect(times == [5, 7])
  }
}
