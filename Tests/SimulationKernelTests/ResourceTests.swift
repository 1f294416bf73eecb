import SimulationKernel
import Testing

@Suite("Resource")
struct ResourceTests {
  private struct Failure: Error {}

  private let simulation = ProcessSimulation()
  private let journal = Journal()

  /// One user of a resource: who, from when, for how long, and with how much patience.
  private struct User: Sendable {
    let name: String
    var arrival = 0.0
    var length = 1.0
    var leavesAt: Double?
  }

  /// Has the users use the resource; notes when each begins, ends, or leaves unserved.
  private func use(_ resource: Resource, _ users: [User]) throws {
    let (clock, journal) = (simulation.clock, journal)
    @Sendable func serve(_ user: User) async {
      do {
        try await resource.withUnit {
          journal.note("\(user.name) begins at \(clock.now.seconds)")
          try await clock.sleep(for: .seconds(user.length))
        }
        journal.note("\(user.name) ends at \(clock.now.seconds)")
      } catch {
        journal.note("\(user.name) leaves at \(clock.now.seconds)")
      }
    }
    try simulation.run {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for user in users {
          group.addTask {
            try await clock.sleep(until: SimulationTime(seconds: user.arrival))
            await withTaskGroup(of: Void.self) { patience in
              patience.addTask { await serve(user) }
              guard let end = user.leavesAt else { return }
              patience.addTask { do { try await clock.sleep(until: SimulationTime(seconds: end)) } catch {} }
              await patience.next()
              patience.cancelAll()
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test("Users are served first come, first served, and as many at once as there are units")
  func firstComeFirstServed() throws {
    let desk = Resource("desk", capacity: 2, in: simulation)
    try use(desk, [User(name: "a", length: 3), User(name: "b"), User(name: "c", length: 2), User(name: "d")])
    #expect(
      journal.lines == [
        "a begins at 0.0", "b begins at 0.0", "b ends at 1.0", "c begins at 1.0", "a ends at 3.0", "d begins at 3.0",
        "c ends at 3.0", "d ends at 4.0",
      ])
    #expect(desk.inUse == 0)
    // Units were held for 3 + 1 + 2 + 1 of 2 · 4 seconds.
    #expect(desk.utilization == 7.0 / 8)
    #expect(desk.waits.count == 4)
    #expect(desk.waits.mean == 1)
    #expect(desk.waits.maximum == 3)
  }

  @Test("Who arrives at the moment of a release does not overtake those who wait")
  func noOvertaking() throws {
    let desk = Resource("desk", capacity: 1, in: simulation)
    try use(desk, [User(name: "late", arrival: 1), User(name: "a"), User(name: "b", arrival: 0.5)])
    let begun = journal.lines.filter { $0.contains("begins") }
    #expect(begun == ["a begins at 0.0", "b begins at 1.0", "late begins at 2.0"])
  }

  @Test("Who is cancelled in the queue gives the place to the next")
  func cancelledInTheQueue() throws {
    let desk = Resource("desk", capacity: 1, in: simulation)
    try use(desk, [User(name: "a", length: 3), User(name: "b", leavesAt: 2), User(name: "c")])
    #expect(
      journal.lines == [
        "a begins at 0.0", "b leaves at 2.0", "a ends at 3.0", "c begins at 3.0", "c ends at 4.0",
      ])
    // Only those who got a unit have a wait.
    #expect(desk.waits.count == 2)
    #expect(desk.utilization == 1)
  }

  @Test("Who is cancelled while being served gives the unit to the next at once")
  func cancelledInService() throws {
    let desk = Resource("desk", capacity: 1, in: simulation)
    try use(desk, [User(name: "a", length: 9, leavesAt: 2), User(name: "b")])
    #expect(journal.lines == ["a begins at 0.0", "a leaves at 2.0", "b begins at 2.0", "b ends at 3.0"])
  }

  @Test("Who is cancelled at the moment of getting a unit passes it on")
  func cancelledAtHandover() throws {
    let (clock, journal) = (simulation.clock, journal)
    let desk = Resource("desk", capacity: 1, in: simulation)
    try simulation.run {
      try await withThrowingTaskGroup(of: Void.self) { queue in
        queue.addTask { try await desk.withUnit { try await clock.sleep(for: .seconds(9)) } }
        queue.addTask {
          try await clock.sleep(for: .seconds(2))
          try await desk.withUnit { journal.note("served at \(clock.now.seconds)") }
        }
        await withTaskGroup(of: Void.self) { group in
          group.addTask {
            // The unit comes at 9 s; the cancellation follows before the process goes on.
            do { try await desk.withUnit { try await clock.sleep(for: .seconds(1)) } } catch {
              journal.note("\(error)")
            }
          }
          group.addTask { do { try await clock.sleep(for: .seconds(9)) } catch {} }
          await group.next()
          group.cancelAll()
        }
        try await queue.waitForAll()
      }
    }
    #expect(desk.inUse == 0)
    #expect(journal.lines.sorted() == ["CancellationError()", "served at 9.0"])
  }

  @Test("An error inside gives the unit back")
  func errorInside() throws {
    let desk = Resource("desk", capacity: 1, in: simulation)
    #expect(throws: Failure.self) { try simulation.run { try await desk.withUnit { throw Failure() } } }
    #expect(desk.inUse == 0)
    #expect(try simulation.run { try await desk.withUnit { desk.inUse } } == 1)
  }

  @Test("A queue that never empties keeps its order", arguments: [1, 3])
  func longQueue(capacity: Int) throws {
    let desk = Resource("desk", capacity: capacity, in: simulation)
    // Each second as many leave as arrive, so that 150 wait all the time.
    let users = (0..<500).map { User(name: "\($0)", arrival: Double(max(0, $0 - 150) / capacity)) }
    try use(desk, users)
    let begun = journal.lines.filter { $0.contains("begins") }
    #expect(begun == (0..<500).map { "\($0) begins at \(Double($0 / capacity))" })
  }

  @Test("Utilization counts from the start of the simulation, and is 0 before any time has passed")
  func utilization() throws {
    let clock = simulation.clock
    let desk = Resource("desk", capacity: 4, in: simulation)
    #expect(desk.utilization == 0)
    try simulation.run {
      try await clock.sleep(for: .seconds(3))
      try await desk.withUnit { try await clock.sleep(for: .seconds(1)) }
    }
    #expect(desk.utilization == 1.0 / 16)
  }

  @Test("A resource without units ends the program")
  func noUnits() async {
    await #expect(processExitsWith: .failure) { _ = Resource("desk", capacity: 0, in: ProcessSimulation()) }
  }
}
