import SimulationKernel
import Testing

@Suite("Deadlock")
struct DeadlockTests {
  private let simulation = ProcessSimulation()
  private let journal = Journal()

  /// Two processes that take the same two resources in opposite order, and one more in the queue.
  private func embrace() throws {
    let (clock, journal) = (simulation.clock, journal)
    let desk = Resource("desk", capacity: 1, in: simulation)
    let chair = Resource("chair", capacity: 1, in: simulation)
    @Sendable func sit(first: Resource, second: Resource) async throws {
      let witness = Witness(journal)
      try await first.withUnit {
        try await clock.sleep(for: .seconds(1))
        try await second.withUnit {}
      }
      witness.testify()
    }
    try simulation.run {
      async let one: Void = sit(first: desk, second: chair)
      async let two: Void = sit(first: chair, second: desk)
      async let three: Void = sit(first: chair, second: desk)
      _ = try await (one, two, three)
    }
  }

  @Test("Processes that wait for each other end the run with an error that says what they wait for")
  func named() throws {
    let error = #expect(throws: SimulationError.self) { try embrace() }
    let waiting = ["chair", "desk", "chair"].map { "a child task waits for a unit of '\($0)'" }
    #expect(error == .deadlock(at: SimulationTime(seconds: 1), waiting: waiting))
    #expect(
      error?.description
        == "deadlock at 1.0 s of simulated time: no event is left, but " + waiting.joined(separator: "; "))
  }

  @Test("After a deadlock nothing of the run stays in memory")
  func nothingLeaks() {
    #expect(throws: SimulationError.self) { try embrace() }
    #expect(journal.lines == ["gone", "gone", "gone"])
  }

  @Test("A process that goes on after it was woken by the end of the run changes nothing about the error")
  func stubborn() {
    let (clock, journal) = (simulation.clock, journal)
    let desk = Resource("desk", capacity: 1, in: simulation)
    let waiting = "root waits for a unit of 'desk', which is held by root"
    #expect(throws: SimulationError.deadlock(at: SimulationTime(seconds: 2), waiting: [waiting])) {
      try simulation.run {
        try await clock.sleep(for: .seconds(2))
        try await desk.withUnit {
          do {
            try await desk.withUnit {}
          } catch {
            journal.note("\(error)")
          }
          do {
            try await clock.sleep(for: .seconds(10))
          } catch {
            journal.note("\(error)")
          }
        }
        journal.note("end at \(clock.now.seconds)")
      }
    }
    #expect(journal.lines == ["CancellationError()", "CancellationError()", "end at 2.0"])
    #expect(desk.inUse == 0)
  }
}
