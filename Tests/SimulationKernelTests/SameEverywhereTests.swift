import RandomStreams
import SimulationKernel
import Testing

@Suite("The same order in every build")
struct SameEverywhereTests {
  /// A world of all that processes can do to each other; returns a hash over what they note.
  private func play() throws -> (hash: UInt64, events: Int) {
    let simulation = ProcessSimulation()
    let (clock, journal) = (simulation.clock, Journal())
    let desk = Resource("desk", capacity: 2, in: simulation)
    let machine = PreemptiveResource("machine", capacity: 1, in: simulation)
    let shelf = Store<Int>("shelf", capacity: 3, in: simulation)
    let streams = StreamFamily(rootSeed: 11, replication: 0)
    @Sendable func live(_ number: Int) async throws {
      var stream = streams.stream("p\(number)")
      for _ in 0..<20 {
        // Half seconds: many wait for the same moment.
        try await clock.sleep(for: .seconds(Double(stream.below(4)) / 2))
        switch stream.below(5) {
        case 0: try await shelf.put(number)
        case 1: journal.note("\(number) took \(try await shelf.take())")
        case 2: _ = try await desk.withUnits(1, patience: .seconds(1)) { try await clock.sleep(for: .seconds(0.5)) }
        case 3: try await machine.withUnit(priority: number % 3) { try await clock.sleep(for: .seconds(0.5)) }
        default:
          async let one: Void = clock.sleep(for: .seconds(0.5))
          async let two: Void? = simulation.withDeadline(.seconds(0.5)) { try await desk.withUnit {} }
          _ = try await (one, two)
        }
        journal.note("\(number) at \(clock.now.seconds)")
      }
    }
    let processes = (0..<40).map { number in
      simulation.start("p", number) {
        do { try await live(number) } catch { journal.note("\(number) ends: \(error)") }
      }
    }
    simulation.start("nuisance") {
      for number in stride(from: 0, to: 40, by: 3) {
        try await clock.sleep(for: .seconds(0.5))
        if number % 2 == 0 { processes[number].interrupt(number) } else { processes[number].cancel() }
      }
    }
    try simulation.run(until: SimulationTime(seconds: 60))
    simulation.end()
    let hash = journal.lines.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    return (hash, simulation.eventCount)
  }

  // Recorded from the debug build; a release build and another machine have to give the same.
  @Test("A world of everything comes out as it was recorded")
  func recorded() throws {
    let (hash, events) = try play()
    #expect(hash == 17_966_019_709_567_707_312)
    #expect(events == 657)
  }
}
