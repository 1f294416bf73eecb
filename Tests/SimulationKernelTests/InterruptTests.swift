import Foundation
import SimulationKernel
import Testing

@Suite("Interrupts")
struct InterruptTests {
  private let simulation = ProcessSimulation()
  private let journal = Journal()

  /// Sleeps so many times for ten seconds; notes how each sleep ends.
  // Foundation has a `Process`: the name of ours must be clear beside it.
  private func sleeper(_ count: Int) -> SimulationProcess {
    let (clock, journal) = (simulation.clock, journal)
    return simulation.start("sleeper") {
      for _ in 0..<count {
        do {
          try await clock.sleep(for: .seconds(10))
          journal.note("slept until \(clock.now.seconds)")
        } catch let error as Interrupt {
          journal.note("\(error.cause) at \(clock.now.seconds)")
        }
      }
    }
  }

  @Test("An interrupt ends the wait at its time, with its cause")
  func asleep() throws {
    let (clock, sleeper) = (simulation.clock, sleeper(2))
    try simulation.run {
      try await clock.sleep(for: .seconds(4))
      sleeper.interrupt("alarm")
      try await sleeper.finished()
    }
    #expect(journal.lines == ["alarm at 4.0", "slept until 14.0"])
  }

  @Test("Several interrupts are delivered one a wait, in their order")
  func queued() throws {
    let (clock, sleeper) = (simulation.clock, sleeper(4))
    try simulation.run {
      try await clock.sleep(for: .seconds(4))
      for cause in ["one", "two", "three"] { sleeper.interrupt(cause) }
      try await sleeper.finished()
    }
    #expect(journal.lines == ["one at 4.0", "two at 4.0", "three at 4.0", "slept until 14.0"])
  }

  @Test("A process that has not begun is interrupted at its first wait")
  func beforeBeginning() throws {
    let sleeper = sleeper(2)
    sleeper.interrupt("early")
    try simulation.run { try await sleeper.finished() }
    #expect(journal.lines == ["early at 0.0", "slept until 10.0"])
  }

  @Test("Who is interrupted in a queue leaves it, and the next is served")
  func inQueue() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let desk = Resource("desk", capacity: 1, in: simulation)
    try simulation.run {
      let users = (0..<3).map { number in
        simulation.start("user", number) {
          do {
            try await desk.withUnit {
              journal.note("\(number) at \(clock.now.seconds)")
              try await clock.sleep(for: .seconds(3))
            }
          } catch is Interrupt {
            journal.note("\(number) leaves at \(clock.now.seconds)")
          }
        }
      }
      try await clock.sleep(for: .seconds(1))
      users[1].interrupt()
      for user in users { try await user.finished() }
    }
    #expect(journal.lines == ["0 at 0.0", "1 leaves at 1.0", "2 at 3.0"])
    #expect(desk.cancelled == 1 && desk.waits.count == 2)
  }

  @Test("Who is interrupted at the moment of being served keeps the unit, and is told at the next wait")
  func atHandover() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    let desk = Resource("desk", capacity: 1, in: simulation)
    try simulation.run {
      let second = simulation.start("second") {
        try await clock.sleep(for: .seconds(1))
        do {
          try await desk.withUnit {
            journal.note("served at \(clock.now.seconds)")
            try await clock.sleep(for: .seconds(9))
          }
        } catch is Interrupt {
          journal.note("interrupted at \(clock.now.seconds)")
        }
      }
      try await desk.withUnit { try await clock.sleep(for: .seconds(5)) }
      second.interrupt()
      try await second.finished()
    }
    #expect(journal.lines == ["served at 5.0", "interrupted at 5.0"])
    #expect(desk.inUse == 0)
  }

  @Test("An interrupt that nobody catches fails the run")
  func uncaught() {
    let (simulation, clock) = (simulation, simulation.clock)
    #expect(
      throws: SimulationError.processFailed(
        name: "p", at: SimulationTime(seconds: 2), underlying: "interrupted at 2.0 s: no cause")
    ) {
      try simulation.run {
        let process = simulation.start("p") { try await clock.sleep(for: .seconds(5)) }
        try await clock.sleep(for: .seconds(2))
        process.interrupt()
        try await process.finished()
      }
    }
  }

  @Test("Who interrupts itself is told at its next wait")
  func oneself() throws {
    let (simulation, clock, journal) = (simulation, simulation.clock, journal)
    try simulation.run {
      simulation.current?.interrupt("myself")
      journal.note("goes on")
      do { try await clock.sleep(for: .seconds(5)) } catch let error as Interrupt { journal.note("\(error.cause)") }
    }
    #expect(journal.lines == ["goes on", "myself"] && simulation.now == .zero)
  }
}
