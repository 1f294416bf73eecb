import Foundation
import SimulationKernel
import Testing

@Suite("Misuse of processes and what they wait for")
struct ProcessMisuseTests {
  @Test("A process that waits for its own end ends the program")
  func ownEnd() async {
    await #expect(processExitsWith: .failure) {
      let simulation = ProcessSimulation()
      try simulation.run { try await simulation.current?.finished() }
    }
  }

  @Test("A run of fewer than no events, and an endless amount, end the program")
  func bounds() async {
    await #expect(processExitsWith: .failure) {
      try ProcessSimulation().run(until: nil, maximumEvents: -1)
    }
    await #expect(processExitsWith: .failure) {
      let simulation = ProcessSimulation()
      let sea = Container("sea", in: simulation)
      try simulation.run { try await sea.put(.infinity) }
    }
  }

  @Test("A process that is started or cancelled on another thread ends the program")
  func otherThread() async {
    await #expect(processExitsWith: .failure) {
      let simulation = ProcessSimulation()
      onAnotherThread { simulation.start("stray") {} }
    }
    await #expect(processExitsWith: .failure) {
      let simulation = ProcessSimulation()
      let process = simulation.start("p") {}
      onAnotherThread { process.cancel() }
    }
    await #expect(processExitsWith: .failure) {
      let simulation = ProcessSimulation()
      let process = simulation.start("p") {}
      onAnotherThread { process.interrupt() }
    }
    await #expect(processExitsWith: .failure) {
      let bell = Signal<Void>(in: ProcessSimulation())
      onAnotherThread { bell.fire() }
    }
  }

  @Test("A deadline that is past, and a number that a name cannot have, end the program")
  func numbers() async {
    await #expect(processExitsWith: .failure) {
      let simulation = ProcessSimulation()
      try simulation.run { _ = try await simulation.withDeadline(.seconds(-1)) {} }
    }
    await #expect(processExitsWith: .failure) { ProcessSimulation().start("p", -1) {} }
  }

  @Test("Places without room, and amounts that never fit, end the program")
  func capacities() async {
    await #expect(processExitsWith: .failure) { _ = Store<Int>("s", capacity: 0, in: ProcessSimulation()) }
    await #expect(processExitsWith: .failure) { _ = Container("c", capacity: 0, in: ProcessSimulation()) }
    await #expect(processExitsWith: .failure) { _ = Container("c", capacity: 1, level: 2, in: ProcessSimulation()) }
    await #expect(processExitsWith: .failure) { _ = Barrier("b", parties: 0, in: ProcessSimulation()) }
    await #expect(processExitsWith: .failure) { _ = Semaphore("s", permits: -1, in: ProcessSimulation()) }
    await #expect(processExitsWith: .failure) { _ = PreemptiveResource("m", capacity: 0, in: ProcessSimulation()) }
    await #expect(processExitsWith: .failure) {
      let simulation = ProcessSimulation()
      let tank = Container("tank", capacity: 3, in: simulation)
      try simulation.run { try await tank.put(4) }
    }
  }

  @Test("A process that goes on in spite of the end of a run cannot wait, and the run ends")
  func stubborn() throws {
    let simulation = ProcessSimulation()
    let (clock, journal) = (simulation.clock, Journal())
    try simulation.run {
      simulation.start("stubborn") {
        for _ in 0..<3 {
          do { try await clock.sleep(for: .seconds(5)) } catch { journal.note("\(error) at \(clock.now.seconds)") }
        }
        simulation.start("late") { journal.note("late begins") }
      }
      try await clock.sleep(for: .seconds(7))
    }
    #expect(journal.lines == ["CancellationError() at 7.0", "CancellationError() at 7.0"])
    #expect(simulation.processCount == 0)
  }
}

/// Runs `body` on a new thread, to its end.
private func onAnotherThread(_ body: @escaping @Sendable () -> Void) {
  let thread = Thread(block: body)
  thread.start()
  while !thread.isFinished {}
}
