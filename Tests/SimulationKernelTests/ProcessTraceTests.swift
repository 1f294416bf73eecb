import SimulationKernel
import TestSupport
import Testing

@Suite("Traces of processes")
struct ProcessTraceTests {
  private let simulation = ProcessSimulation()

  private func trace(_ format: TraceFormat) throws -> String {
    let writer = TraceWriter(format)
    TracedBank.start(in: simulation)
    simulation.trace(to: writer)
    try simulation.run(until: nil)
    try writer.close()
    return writer.contents
  }

  @Test("A trace in text has a line a step")
  func text() throws {
    expectGolden(try trace(.text), named: "bank-processes.txt")
  }

  @Test("A trace for Perfetto has a track a process, with its waits as slices")
  func perfetto() throws {
    let text = try trace(.perfetto)
    expectGolden(text, named: "bank-processes.json")
    let document = try TraceDocument(text)
    document.expectMatchedSlices()
    #expect(document.tracks == (0..<5).map { "customer \"\\\" \($0)" })
    // Three of the five wait for a counter as well.
    #expect(document.traceEvents.filter { $0.name?.hasPrefix("waits for") == true }.count == 13)
  }

  @Test("A trace that ends while processes wait ends their slices", arguments: [(nil, 1.0), (0.5, 1.0), (2, 2.0)])
  func endsEarly(clock: Double?, end: Double) throws {
    let writer = TraceWriter(.perfetto)
    TracedBank.start(in: simulation)
    simulation.trace(to: writer)
    try simulation.run(until: SimulationTime(seconds: 2))
    try writer.close(at: clock.map(SimulationTime.init(seconds:)))
    simulation.end()
    let document = try TraceDocument(writer.contents)
    document.expectMatchedSlices()
    #expect(document.traceEvents.last?.ts == end * 1e6)
  }

  @Test("A trace that begins late, or that sees processes cancelled, has whole slices")
  func beginsLate() throws {
    let writer = TraceWriter(.perfetto)
    TracedBank.start(in: simulation)
    try simulation.run(until: SimulationTime(seconds: 2))
    simulation.trace(to: writer)
    try simulation.run(until: SimulationTime(seconds: 3))
    simulation.end()
    try writer.close()
    let document = try TraceDocument(writer.contents)
    document.expectMatchedSlices()
    #expect(document.tracks.count == 5)
  }

  @Test("Processes of one name have a track each, and child tasks have whole slices")
  func equalNames() throws {
    let (writer, clock) = (TraceWriter(.perfetto), simulation.clock)
    simulation.trace(to: writer)
    for second in 1...2 {
      simulation.start("twin") { try await clock.sleep(for: .seconds(Double(second))) }
    }
    try simulation.run {
      async let tea: Void = clock.sleep(for: .seconds(3))
      async let cake: Void = clock.sleep(for: .seconds(4))
      try await tea
      try await cake
    }
    try writer.close()
    let document = try TraceDocument(writer.contents)
    document.expectMatchedSlices()
    #expect(document.tracks.filter { $0 == "twin" }.count == 2)
    #expect(document.tracks.filter { $0 == "a child task" }.count == 2)
  }

  @Test("A ring keeps exactly the last steps, in order", arguments: [1, 7, 1_000])
  func ring(capacity: Int) throws {
    let lines = try trace(.text).split(separator: "\n")
    let (ring, other) = (ProcessRing(capacity: capacity), ProcessSimulation())
    TracedBank.start(in: other)
    other.trace(into: ring)
    try other.run(until: nil)
    #expect(ring.text.split(separator: "\n") == lines.suffix(capacity))
    let writer = TraceWriter(.perfetto)
    ring.write(to: writer)
    try writer.close()
    try TraceDocument(writer.contents).expectMatchedSlices()
  }

  @Test("A traced run is the run without a trace")
  func sameRun() throws {
    let plain = ProcessSimulation()
    TracedBank.start(in: plain)
    try plain.run(until: nil)
    _ = try trace(.perfetto)
    #expect(simulation.fingerprint == plain.fingerprint)
    #expect(simulation.eventCount == plain.eventCount)
  }

  @Test("A simulation is not kept in memory by its trace")
  func lifetime() throws {
    let (journal, writer) = (Journal(), TraceWriter(.text))
    do {
      let simulation = ProcessSimulation()
      let (clock, witness) = (simulation.clock, Witness(journal))
      simulation.trace(to: writer)
      simulation.start("guest") {
        try await clock.sleep(for: .seconds(9))
        witness.testify()
      }
      try simulation.run(until: SimulationTime(seconds: 1))
    }
    #expect(journal.lines == ["gone"])
    #expect(writer.contents.hasSuffix("guest ends\n"))
  }
}
