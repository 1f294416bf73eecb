import Foundation
import SimulationKernel
import Testing

@Suite("Escape from the simulation")
struct EscapeTests {
  private let simulation = ProcessSimulation()

  @Test("A process that waits for the wall clock ends the run with an error, at once")
  func wallClock() {
    let clock = simulation.clock
    #expect(throws: SimulationError.escaped(at: SimulationTime(seconds: 1))) {
      try simulation.run {
        try await clock.sleep(for: .seconds(1))
        // The end of the run cancels it; nobody waits an hour.
        try await Task.sleep(for: .seconds(3_600))
      }
    }
  }

  @Test("A process that waits for an unstructured task ends the run with an error")
  func unstructuredTask() {
    let outside = Task { try await Task.sleep(for: .seconds(3_600)) }
    let error = #expect(throws: SimulationError.self) { try simulation.run { try await outside.value } }
    #expect(error == .escaped(at: .zero))
    #expect(error?.description.hasPrefix("at 0.0 s of simulated time a process left the simulation") == true)
    // Its end comes too late for the simulation, which has to bear it.
    outside.cancel()
  }

  @Test("A process that waits for something that never comes ends the run with an error")
  func silence() {
    let (stream, continuation) = AsyncStream.makeStream(of: Int.self)
    #expect(throws: SimulationError.escaped(at: .zero)) {
      try simulation.run { for await _ in stream {} }
    }
    continuation.finish()
  }

  @Test("A process that is resumed on another thread ends the run with an error, though events are left")
  func otherThread() {
    let (clock, journal) = (simulation.clock, Journal())
    #expect(throws: SimulationError.escaped(at: SimulationTime(seconds: 1))) {
      try simulation.run {
        async let traveller: Void = withUnsafeContinuation { continuation in
          Thread.detachNewThread {
            // Who is resumed before being suspended has never left.
            while journal.lines != ["go"] {}
            continuation.resume()
            journal.note("resumed")
          }
        }
        try await clock.sleep(for: .seconds(1))
        journal.note("go")
        while journal.lines != ["go", "resumed"] {}
        try await clock.sleep(for: .seconds(1))
        await traveller
      }
    }
  }

  @Test("What waits in the simulation when a process escapes is woken and unwound")
  func unwinding() {
    let (clock, journal) = (simulation.clock, Journal())
    #expect(throws: SimulationError.self) {
      try simulation.run {
        let witness = Witness(journal)
        async let other: Void = clock.sleep(for: .seconds(1))
        async let escape: Void = Task.sleep(for: .seconds(3_600))
        _ = try await (other, escape)
        witness.testify()
      }
    }
    #expect(journal.lines == ["gone"])
  }

  @Test("A started process that waits for the wall clock ends a run to a limit with an error")
  func startedProcess() {
    simulation.start("dreamer") { try await Task.sleep(for: .seconds(3_600)) }
    #expect(throws: SimulationError.escaped(at: .zero)) { try simulation.run(until: SimulationTime(seconds: 9)) }
  }
}
