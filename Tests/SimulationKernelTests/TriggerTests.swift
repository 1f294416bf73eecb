import SimulationKernel
import Testing

@Suite("Triggers and probes")
struct TriggerTests {
  private static func at(_ seconds: Double) -> SimulationTime { SimulationTime(seconds: seconds) }

  @Test("What a warm-up leaves is what a run that begins at its end sees", arguments: [0.0, 3, 7.5, 20])
  func warmUp(end: Double) {
    var late = Both(Tally(), Both(TimeWeightedAverage(), Series()))
    // The length that holds when collecting begins; a change at that moment follows.
    late.reset(at: Self.at(end), holding: Double(Int(end.rounded(.down)) % 5))
    var warm = WarmUp(until: Self.at(end), Both(Tally(), Both(TimeWeightedAverage(), Series())))
    for second in 0...20 {
      warm.record(Double(second % 5), at: Self.at(Double(second)))
      if Double(second) >= end { late.record(Double(second % 5), at: Self.at(Double(second))) }
    }
    #expect(warm.sink.first == late.first)
    #expect(warm.sink.second.second == late.second.second)
    let (average, expected) = (warm.sink.second.first, late.second.first)
    #expect(average.start == Self.at(end))
    #expect(average.integral(until: Self.at(25)) == expected.integral(until: Self.at(25)))
  }

  @Test("During a warm-up nothing is collected; without a later change it ends when time is said to have come")
  func quietWarmUp() {
    var warm = WarmUp(until: Self.at(10), Both(Tally(), TimeWeightedAverage()))
    warm.record(4, at: Self.at(1))
    #expect(warm.sink == Both(Tally(), TimeWeightedAverage()))
    warm.advance(to: Self.at(9))
    #expect(warm.sink.second.value == 0)
    warm.advance(to: Self.at(12))
    #expect(warm.sink.second == TimeWeightedAverage(4, from: Self.at(10)))
    #expect(warm.sink.first == Tally())
  }

  @Test("A reset by hand during the warm-up changes nothing, and one after it begins anew")
  func warmUpReset() {
    var warm = WarmUp(until: Self.at(10), TimeWeightedAverage())
    warm.record(4, at: Self.at(1))
    warm.reset(at: Self.at(5))
    #expect(warm.sink == TimeWeightedAverage())
    warm.reset(at: Self.at(15))
    #expect(warm.sink == TimeWeightedAverage(4, from: Self.at(15)))
    warm.record(2, at: Self.at(16))
    #expect(warm.sink.average(until: Self.at(17)) == 3)
  }

  @Test("At an interval, the value is the one that holds there, after all events of that moment")
  func interval() {
    var sampled = AtInterval(.seconds(2), from: Self.at(1), Series())
    for (time, value) in [(0.5, 10.0), (1, 20), (1, 30), (2.9, 40), (3.1, 50), (8, 60)] {
      sampled.record(value, at: Self.at(time))
    }
    #expect(sampled.sink.values == [30, 40, 50, 50])
    #expect(sampled.sink.samples.map(\.time.seconds) == [1, 3, 5, 7])
    sampled.advance(to: Self.at(9))
    #expect(sampled.sink.values.last == 60 && sampled.sink.count == 5)
    sampled.advance(to: Self.at(9))
    #expect(sampled.sink.count == 5)
  }

  @Test("No sample is taken before the first record", arguments: [0.0, 0.3, 0.7, 12, 12.05])
  func intervalStartsLate(first: Double) {
    var sampled = AtInterval(.seconds(0.1), Series())
    sampled.advance(to: Self.at(first / 2))
    sampled.record(1, at: Self.at(first))
    sampled.advance(to: Self.at(13))
    let expected = (0...130).map { Double($0) * 0.1 }.filter { $0 >= first }
    #expect(sampled.sink.samples.map(\.time.seconds) == expected)
  }

  @Test("After a warm-up the grid begins at its end, with the value that holds there")
  func intervalAfterWarmUp() {
    var warm = WarmUp(until: Self.at(3.5), AtInterval(.seconds(2), Series()))
    for second in 0...8 { warm.record(Double(second), at: Self.at(Double(second))) }
    #expect(warm.sink.sink.samples.map(\.time.seconds) == [3.5, 5.5, 7.5])
    #expect(warm.sink.sink.values == [3, 5, 7])
  }

  @Test("Samples at an interval have the average over time for their mean")
  func intervalAverage() {
    var monitor = Both(AtInterval(.seconds(0.5), Tally()), TimeWeightedAverage())
    for second in 0..<1_000 { monitor.record(Double(second * second % 7), at: Self.at(Double(second))) }
    monitor.advance(to: Self.at(999.5))
    #expect(abs(monitor.first.sink.mean - monitor.second.average(until: Self.at(1_000))) < 1e-12)
  }

  @Test("On change, a value passes where it differs from the last")
  func change() {
    var changes = OnChange(Series())
    for (index, value) in [1.0, 1, 2, 2, 2, 1].enumerated() { changes.record(value, at: Self.at(Double(index))) }
    #expect(changes.sink.values == [1, 2, 1])
    #expect(changes.sink.samples.map(\.time.seconds) == [0, 2, 5])
    changes.reset(at: Self.at(6))
    changes.record(1, at: Self.at(7))
    #expect(changes.sink.count == 0)
  }

  private struct EveryThird: Criterion, Codable {
    var seen = 0

    mutating func holds(_ value: Double, at time: SimulationTime) -> Bool {
      seen += 1
      return seen.isMultiple(of: 3)
    }
  }

  @Test("A condition decides what passes, and may remember")
  func condition() {
    var third = When(EveryThird(), Tally())
    for value in 1...10 { third.record(Double(value), at: .zero) }
    #expect(third.sink.count == 3 && third.sink.sum == 18 && third.condition.seen == 10)
  }

  private struct Bank {
    var queue: [Int] = []
    var balance = 1.5
    var isOpen = false
  }

  private struct QueueLength: Measure, Codable {
    func value(of bank: Bank) -> Double? { bank.isOpen ? Double(bank.queue.count) : nil }
  }

  @Test("A probe measures a state from outside: by a type, a closure or a key path, and where a condition holds")
  func probe() {
    var typed = Probe(QueueLength(), Tally())
    var counted = Probe(Gauge(count: \Bank.queue.count).when(\.isOpen), Tally())
    var balance = Probe(Gauge { (bank: Bank) in bank.balance }, Tally())
    var bank = Bank()
    for second in 0..<6 {
      bank.queue.append(second)
      bank.isOpen = second >= 2
      typed.observe(bank, at: Self.at(Double(second)))
      counted.observe(bank, at: Self.at(Double(second)))
      balance.observe(bank, at: Self.at(Double(second)))
    }
    #expect(typed.sink.count == 4 && typed.sink.sum == 18)
    #expect(counted.sink == typed.sink)
    #expect(balance.sink.count == 6 && balance.sink.mean == 1.5)
  }

  /// A desk that is generic over what watches it.
  private struct Desk<Length: Monitor> {
    var queue: [Int] = []
    var length: Length

    mutating func arrive(at now: SimulationTime) {
      queue.append(queue.count)
      // The argument reads one part of the desk while another changes.
      length.record(Double(queue.count), at: now)
    }
  }

  @Test("A copy of a model takes its monitors along, and a discarding one takes no room")
  func copies() {
    var desk = Desk(length: TimeWeightedAverage())
    desk.arrive(at: Self.at(1))
    var fork = desk
    fork.arrive(at: Self.at(2))
    #expect(desk.length.value == 1 && fork.length.value == 2)
    #expect(MemoryLayout<Desk<Discard>>.size == MemoryLayout<[Int]>.size)
  }

  @Test("An interval of 0 ends the program")
  func badInterval() async {
    await #expect(processExitsWith: .failure) { _ = AtInterval(.zero, Discard()) }
  }
}
