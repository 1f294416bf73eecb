import SimulationKernel
import TestSupport
import Testing

@Suite("Traces of events")
struct EventTraceTests {
  private func trace(_ format: TraceFormat, maximumEvents: Int = .max) throws -> String {
    var bank = Simulation(TracedBank())
    var trace = EventTrace<TracedBank>(TraceWriter(format))
    bank.run(maximumEvents: maximumEvents, observer: &trace)
    try trace.writer.close()
    return trace.writer.contents
  }

  @Test("A trace in text has a line an event")
  func text() throws {
    expectGolden(try trace(.text), named: "bank-events.txt")
  }

  @Test("A trace for Perfetto has an instant an event, on the track of its label")
  func perfetto() throws {
    let text = try trace(.perfetto)
    expectGolden(text, named: "bank-events.json")
    let document = try TraceDocument(text)
    document.expectMatchedSlices()
    #expect(document.tracks == ["the \"door\"", "counter 0", "counter 1"])
    let instants = document.traceEvents.filter { $0.ph == "i" }
    #expect(instants.count == 11)
    #expect(instants.last?.ts == 9_000_000)
    #expect(instants.last?.args?.rank == -1)
    #expect(instants.first?.args?.rank == nil)
    #expect(instants.first?.name == "arrival(customer: 0)")
  }

  @Test("A trace of a part of a run, even of none, is whole", arguments: [0, 1, 4])
  func parts(events: Int) throws {
    let document = try TraceDocument(try trace(.perfetto, maximumEvents: events))
    #expect(document.traceEvents.filter { $0.ph == "i" }.count == events)
    #expect(try trace(.text, maximumEvents: events).split(separator: "\n").count == events)
  }

  @Test("An event without a label is described, on a track of its own")
  func withoutLabel() throws {
    var walkers = Simulation(Walkers(1))
    var trace = EventTrace<Walkers>(TraceWriter(.perfetto))
    walkers.run(maximumEvents: 2, observer: &trace)
    try trace.writer.close()
    let document = try TraceDocument(trace.writer.contents)
    #expect(document.tracks == ["events"])
    #expect(document.traceEvents.last?.name == "Step(walker: 0)")
    #expect(document.traceEvents.last?.args?.serial == 1)
  }

  @Test("A ring keeps exactly the last events, in order", arguments: [1, 3, 10, 11, 12, 400])
  func ring(capacity: Int) throws {
    var bank = Simulation(TracedBank())
    var ring = EventRing<TracedBank>(capacity: capacity)
    bank.run(observer: &ring)
    let lines = try trace(.text).split(separator: "\n")
    #expect(ring.text.split(separator: "\n") == lines.suffix(capacity))
    #expect(ring.events.appendedCount == 11)
    #expect(ring.events.elements.count == min(11, capacity))
  }

  @Test("A copy of a ring goes its own way")
  func ringCopies() {
    var ring = TraceRing<Int>(capacity: 2)
    for number in 0..<3 { ring.append(number) }
    var other = ring
    other.append(3)
    #expect(ring.elements == [1, 2])
    #expect(other.elements == [2, 3])
  }

  @Test("A ring for nothing ends the program")
  func emptyRing() async {
    await #expect(processExitsWith: .failure) { _ = TraceRing<Int>(capacity: 0) }
  }
}
