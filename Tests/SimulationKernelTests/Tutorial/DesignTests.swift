import RandomStreams
import Testing

@testable import SimulationKernel

struct DesignTests {
  @Test("The numbers of the article on the event list are those of the code")
  func eventList() throws {
    let text = try Article("EventListDesign").words
    let usual = EventListStructure.automatic
    #expect(text.contains("Up to \(usual.mostInHeap) events stand in"))
    #expect(text.contains("has \(usual.fewestInLadder) events or fewer"))
    #expect(text.contains("each of at most \(EventRung.mostBuckets) buckets"))
    #expect(text.contains("up to \(EventRung.mostLevels), the innermost"))
    #expect(text.contains("more than \(EventLadder<Int>.mostToSort) events becomes a level"))
    #expect(text.contains("chunks of \(EventChunks<Int>.size) records"))
    #expect(text.contains("the event \(EventList<Int>.prefetchDistance) turns ahead"))
    #expect(EventRun<Int>.mostIntervals == 1_024 && text.contains("up to 1,024 small intervals"))
    #expect(MemoryLayout<EventRecord<Int>>.stride == 24 && text.contains("its record 24"))
  }

  @Test("The numbers of the articles on processes and order are those of the code")
  func processes() throws {
    #expect(MemoryLayout<ProcessRecord>.stride == 64)
    #expect(try Article("ProcessDesign").words.contains("the simulation keeps 64 bytes"))
    #expect(EventOrder.serialLimit == 1 << 47)
    #expect(try Article("OrderAndTime").words.contains("One list numbers 2⁴⁷ events"))
    #expect(MemoryLayout<RandomStream>.stride == 32)
    #expect(try Article("AntColony").words.contains("its own random stream, 32 bytes of it"))
  }

  @Test("An actor without an executor of its own stays in the simulation")
  func actors() throws {
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let till = Till()
    for customer in 0..<3 {
      simulation.start("customer", customer) {
        try await clock.sleep(for: .seconds(Double(customer)))
        await till.take(1)
        try await till.takeLater(10, clock)
      }
    }
    try simulation.run(until: nil)
    #expect(simulation.processCount == 0)
    #expect(simulation.now.seconds == 5)
  }
}

private actor Till {
  var sum = 0

  func take(_ amount: Int) { sum += amount }

  func takeLater(_ amount: Int, _ clock: SimulationClock) async throws {
    try await clock.sleep(for: .seconds(3))
    sum += amount
  }
}
