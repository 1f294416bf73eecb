import SimulationKernel
import Testing

@Suite("Conditions and signals")
struct ConditionTests {
  private let simulation = ProcessSimulation()
  private let journal = Journal()

  @Test("A signal gives its value to those who came before and after, in the order of their coming")
  func signal() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let answer = Signal<Int>("answer", in: simulation)
    try simulation.run {
      for name in ["a", "b"] {
        simulation.start(name) { journal.note("\(name) \(try await answer.wait()) at \(clock.now.seconds)") }
      }
      try await clock.sleep(for: .seconds(3))
      #expect(answer.fire(42) && !answer.fire(43))
      journal.note("late \(try await answer.wait())")
      try await clock.sleep(for: .zero)
    }
    #expect(journal.lines == ["late 42", "a 42 at 3.0", "b 42 at 3.0"])
  }

  @Test("A pulse wakes those who wait, and not those who come later")
  func pulse() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let tick = Pulse(in: simulation)
    try simulation.run {
      let listener = simulation.start("listener") {
        for _ in 0..<2 {
          try await tick.wait()
          journal.note("\(clock.now.seconds)")
        }
      }
      tick.fire()
      for _ in 0..<2 {
        try await clock.sleep(for: .seconds(1))
        tick.fire()
      }
      try await listener.finished()
    }
    #expect(journal.lines == ["1.0", "2.0"])
    #expect(tick.count == 3 && tick.waitingCount == 0)
  }

  @Test(
    "The first of several conditions ends the wait, and says which it was",
    arguments: [(1.0, 2.0, 3.0, 9.0, 0), (2, 1, 3, 9, 1), (3, 2, 1, 9, 2), (5, 5, 5, 4, nil), (4, 4, 5, 4, nil)]
      as [(
        Double, Double, Double, Double, Int?
      )])
  func firstOf(signal: Double, process: Double, timer: Double, deadline: Double, expected: Int?) throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let bell = Signal<Void>(in: simulation)
    let winner = try simulation.run {
      let worker = simulation.start("worker") { try await clock.sleep(for: .seconds(process)) }
      let winner = try await {
        simulation.start("ringer") {
          try await clock.sleep(for: .seconds(signal))
          bell.fire()
        }
        return try await simulation.firstOf(
          bell.fired, worker.end, .after(.seconds(timer)), deadline: .seconds(deadline))
      }()
      return winner
    }
    #expect(winner == expected)
    #expect(simulation.now.seconds == min(signal, process, timer, deadline))
  }

  @Test("What is met already is not waited for; a unit that is won is held, and the other queue is left")
  func units() throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let (left, right) = (Resource("left", capacity: 1, in: simulation), Resource("right", capacity: 1, in: simulation))
    try simulation.run {
      for (desk, seconds) in [(left, 5.0), (right, 3.0)] {
        simulation.start("user") { try await desk.withUnit { try await clock.sleep(for: .seconds(seconds)) } }
      }
      try await clock.sleep(for: .zero)
      #expect(try await simulation.firstOf(left.unit, right.unit) == 1)
      #expect(clock.now == SimulationTime(seconds: 3))
      #expect(left.queueLength == 0 && right.inUse == 1)
      #expect(try await simulation.firstOf(left.unit, right.unit, deadline: .seconds(1)) == nil)
      right.release()
      #expect(try await simulation.firstOf(left.unit, right.unit) == 1)
      right.release()
      try await clock.sleep(for: .seconds(2))
      #expect(left.inUse == 0 && right.inUse == 0)
    }
  }

  @Test(
    "All of several conditions are waited for, in whatever order they are met", arguments: [(9.0, true), (4, false)])
  func allOf(deadline: Double, isMet: Bool) throws {
    let (simulation, clock) = (simulation, simulation.clock)
    let bell = Signal<Void>(in: simulation)
    let result = try simulation.run {
      let worker = simulation.start("worker") { try await clock.sleep(for: .seconds(2)) }
      simulation.start("ringer") {
        try await clock.sleep(for: .seconds(6))
        bell.fire()
      }
      return try await simulation.allOf(
        .after(.seconds(1)), bell.fired, worker.end, .after(.seconds(5)), deadline: .seconds(deadline))
    }
    #expect(result == isMet)
    #expect(simulation.now.seconds == min(6, deadline))
  }

  @Test("A barrier opens when all have arrived, again and again; who leaves before has not arrived")
  func barrier() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let gate = Barrier("gate", parties: 3, in: simulation)
    try simulation.run {
      let runners = (1...3).map { number in
        simulation.start("runner", number) {
          for _ in 0..<2 {
            try await clock.sleep(for: .seconds(Double(number)))
            try await gate.arrive()
            journal.note("\(number) at \(clock.now.seconds)")
          }
        }
      }
      let impatient: Void? = try await simulation.withDeadline(.seconds(0.5)) { try await gate.arrive() }
      #expect(impatient == nil && gate.arrived == 0)
      for runner in runners { try await runner.finished() }
    }
    #expect(
      journal.lines == ["3 at 3.0", "1 at 3.0", "2 at 3.0", "3 at 6.0", "1 at 6.0", "2 at 6.0"])
    #expect(gate.openings == 2)
  }

  @Test("A semaphore gives permits in the order of priority and coming")
  func semaphore() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let permits = Semaphore("permits", permits: 1, in: simulation)
    try simulation.run {
      for (name, priority) in [("a", 0), ("b", 1), ("c", 0), ("d", -1)] {
        simulation.start(name) {
          try await permits.wait(priority: priority)
          journal.note(name)
        }
      }
      for _ in 0..<4 {
        try await clock.sleep(for: .seconds(1))
        permits.signal()
      }
      try await clock.sleep(for: .zero)
    }
    #expect(journal.lines == ["a", "d", "c", "b"])
    #expect(permits.permits == 1)
  }
}
