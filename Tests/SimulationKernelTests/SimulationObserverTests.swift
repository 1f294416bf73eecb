import SimulationKernel
import Testing

@Suite("Observers of a simulation")
struct SimulationObserverTests {
  /// Notes each call, and what the model was like.
  private struct Notes: SimulationObserver {
    var lines: [String] = []

    mutating func willHandle(_ event: HandledEvent<TracedBank.Event>, in bank: TracedBank) {
      lines.append("will \(event.serial) \(event.time.seconds) \(event.rank.rawValue) \(bank.isFree)")
    }

    mutating func didHandle(_ event: HandledEvent<TracedBank.Event>, in bank: TracedBank) {
      lines.append("did \(event.serial) \(event.time.seconds) \(event.rank.rawValue) \(bank.isFree)")
    }
  }

  @Test("An observer is told of every event once, before and after it, in order")
  func order() {
    var notes = Notes()
    var bank = Simulation(TracedBank())
    #expect(bank.run(observer: &notes) == .exhausted)
    #expect(bank.eventCount == 11)
    #expect(
      notes.lines.prefix(6) == [
        "will 0 0.0 0 [true, true]", "did 0 0.0 0 [false, true]", "will 1 1.0 0 [false, true]",
        "did 1 1.0 0 [false, false]", "will 2 1.0 0 [false, false]", "did 2 1.0 0 [false, false]",
      ])
    let serials = notes.lines.filter { $0.hasPrefix("did") }.map { $0.split(separator: " ")[1] }
    #expect(serials == ["0", "1", "2", "3", "6", "7", "8", "4", "5", "9", "10"])
    #expect(notes.lines[8] == "will 6 3.0 -1 [false, false]")
  }

  @Test("A run with an observer, with conditions or in pieces is the run without", arguments: [1, 1_023, 1_024, 3_000])
  func sameRun(events: Int) {
    var plain = Simulation(Walkers(20))
    #expect(plain.run(maximumEvents: events) == .eventLimit)
    var watched = Simulation(Walkers(20))
    var ring = EventRing<Walkers>(capacity: 5)
    #expect(
      watched.run(maximumEvents: events, stop: StopRequest(), observer: &ring, while: { _ in true }) == .eventLimit)
    #expect(watched.fingerprint == plain.fingerprint)
    #expect(watched.eventCount == events)
    #expect(ring.events.appendedCount == events)
  }

  @Test("Each limit ends a watched run as it ends others")
  func ends() {
    var (bank, notes) = (Simulation(TracedBank()), Notes())
    #expect(bank.run(until: SimulationTime(seconds: 0.5), observer: &notes) == .timeLimit)
    #expect(bank.now == SimulationTime(seconds: 0.5))
    #expect(bank.run(maximumEvents: 1, observer: &notes) == .eventLimit)
    #expect(bank.run(observer: &notes, while: { $0.queue.isEmpty }) == .condition)
    #expect(bank.run(until: SimulationTime(seconds: 100), stop: StopRequest(), observer: &notes) == .exhausted)
    #expect(bank.now == SimulationTime(seconds: 100))
    #expect(notes.lines.count == 22)
    var agenda = Simulation(Agenda(("a", 1), ("b", 2), stoppingAt: "a"))
    #expect(agenda.run(stop: StopRequest()) == .stopped)
    #expect(agenda.run(stop: StopRequest()) == .exhausted)
  }

  @Test("Two observers are told in their order, and a condition lets only some events through")
  func composed() {
    var both = BothObservers(EventRing<TracedBank>(capacity: 99), OnEvents({ $0.event == .closing }, Notes()))
    var bank = Simulation(TracedBank())
    bank.run(observer: &both)
    #expect(both.first.events.appendedCount == 11)
    #expect(both.second.observer.lines == ["will 5 6.0 1 [false, false]", "did 5 6.0 1 [false, false]"])
  }

  // MARK: Probes

  private struct QueueLength: Measure {
    func value(of bank: TracedBank) -> Double? { Double(bank.queue.count) }
  }

  @Test("A probe of a model observes its runs: a type or a closure, after every event or at intervals")
  func probes() {
    var events = Probe(QueueLength(), Tally())
    var average = Probe(Gauge(count: \TracedBank.queue.count), TimeWeightedAverage())
    var samples = Probe(QueueLength(), AtInterval(.seconds(1), Tally()))
    var bank = Simulation(TracedBank())
    bank.run(observer: &events)
    // One customer waits from 1 s to 3 s, another from 2.5 s to 4 s.
    #expect(events.sink.count == 11)
    #expect(events.sink.sum == 4)
    bank = Simulation(TracedBank())
    var both = BothObservers(average, samples)
    bank.run(until: SimulationTime(seconds: 10), observer: &both)
    (average, samples) = (both.first, both.second)
    samples.sink.advance(to: bank.now)
    #expect(average.sink.average(until: bank.now) == 0.35)
    // At 1 s, 2 s and 3 s; the samples of a moment are taken after its last event.
    #expect(samples.sink.sink.count == 11)
    #expect(samples.sink.sink.sum == 3)
  }

  private struct IsPositive: Criterion {
    func holds(_ value: Double, at time: SimulationTime) -> Bool { value > 0 }
  }

  @Test("When is a condition on events or on values, what a measure of the model, where a monitor")
  func whenWhatWhere() {
    let departures = OnEvents<Probe<QueueLength, Tally>>(
      { if case .departure = $0.event { true } else { false } }, Probe(QueueLength(), Tally()))
    var both = BothObservers(departures, Probe(QueueLength(), When(IsPositive(), OnChange(Tally()))))
    var bank = Simulation(TracedBank())
    bank.run(observer: &both)
    // Of five departures, the first leaves one customer behind.
    #expect(both.first.observer.sink.count == 5)
    #expect(both.first.observer.sink.sum == 1)
    #expect(both.second.sink.sink.sink.maximum == 2)
  }
}
