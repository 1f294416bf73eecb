import RandomStreams
import TestSupport
import Testing

// A right implementation fails one of these tests for one seed in 10⁷.
private let count = 20_000
private let falseAlarm = 1e-7

@Suite("Discrete variates")
struct DiscreteVariatesTests {
  private func counts(_ name: String, _ categories: Int, _ draw: (inout RandomStream) -> Int) -> [Int] {
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream(name)
    var counts = Array(repeating: 0, count: categories)
    for _ in 0..<count { counts[draw(&stream)] += 1 }
    return counts
  }

  // Found with probability 0.99: a deviation of 8 % of the categories, root mean square.
  @Test("Draws below a bound are uniform", arguments: [2, 7, 20])
  func below(bound: Int) {
    let weights = Array(repeating: 1.0, count: bound)
    expectCounts(counts("below/\(bound)", bound) { $0.below(bound) }, inProportionTo: weights, falseAlarm: falseAlarm)
    #expect(smallestDetectableDeviation(n: count, bins: bound, falseAlarm: falseAlarm, power: 0.99) < 0.08)
  }

  @Test("The only draw below 1 is 0; large bounds are kept")
  func bounds() {
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream("bounds")
    for _ in 0..<100 {
      #expect(stream.below(1) == 0)
      #expect((0..<Int.max).contains(stream.below(.max)))
    }
  }

  @Test(
    "Indices are drawn in proportion to their weights", arguments: [[1.0, 2, 3], [0.05, 0.9, 0.05], [1e-3, 1e-3]])
  func categorical(weights: [Double]) {
    let counts = counts("categorical/\(weights)", weights.count) { $0.categorical(weights) }
    expectCounts(counts, inProportionTo: weights, falseAlarm: falseAlarm)
    #expect(smallestDetectableDeviation(n: count, bins: weights.count, falseAlarm: falseAlarm, power: 0.99) < 0.07)
  }

  @Test("An index without weight is never drawn, wherever it stands")
  func noWeight() {
    let counts = counts("no weight", 5) { $0.categorical([0, 1, 0, 1, 0]) }
    #expect(counts[0] == 0 && counts[2] == 0 && counts[4] == 0)
    #expect(self.counts("one weight", 2) { $0.categorical([0, 1e-300]) } == [0, count])
  }

  @Test("Truths come with their probability", arguments: [0.02, 0.5, 0.9])
  func bernoulli(probability: Double) {
    let truths = counts("bernoulli/\(probability)", 2) { $0.bernoulli(probability) ? 1 : 0 }[1]
    expectProportion(truths, of: count, equals: probability, falseAlarm: falseAlarm)
    let found = smallestDetectableProportionDifference(n: count, p: probability, falseAlarm: falseAlarm, power: 0.99)
    #expect(found < 0.028)
  }

  @Test("A probability of 0 is never true, one of 1 always")
  func certainty() {
    #expect(counts("certainty", 2) { $0.bernoulli(0) ? 1 : 0 } == [count, 0])
    #expect(counts("certainty", 2) { $0.bernoulli(1) ? 1 : 0 } == [0, count])
  }

  @Test("Every draw takes one number of the stream")
  func oneNumber() {
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream("one number")
    var other = stream
    _ = stream.below(3)
    _ = stream.bernoulli(0)
    _ = stream.categorical([1, 2])
    for _ in 0..<3 { _ = other.next() }
    #expect(stream.next() == other.next())
  }

  @Test("Draws from nothing end the program", arguments: 0..<4)
  func ranges(index: Int) async {
    await #expect(processExitsWith: .failure) { [index = index as Int] in
      var stream = StreamFamily(rootSeed: 1, replication: 0).stream("ranges")
      switch index {
      case 0: _ = stream.below(0)
      case 1: _ = stream.categorical([])
      case 2: _ = stream.categorical([0, 0])
      default: _ = stream.categorical([2, -1])
      }
    }
  }
}
