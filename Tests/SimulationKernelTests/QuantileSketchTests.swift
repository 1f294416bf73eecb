import RandomStreams
import SimulationKernel
import Testing

@Suite("Quantile sketch")
struct QuantileSketchTests {
  /// Series that are hard for a sketch.
  enum Shape: String, CaseIterable {
    case normal, heavyTail, halves, allBits, nearlyEqual, alternatingSign, withZeros, one

    func values(_ stream: inout RandomStream) -> [Double] {
      (0..<2_000).map { index in
        switch self {
        case .normal: stream.normal()
        // The square of a Cauchy deviate: without a mean.
        case .heavyTail: (stream.normal() / stream.normal()) * (stream.normal() / stream.normal())
        case .halves: index.isMultiple(of: 2) ? 1e-300 : 1e300
        case .allBits: Double(sign: .plus, exponent: index - 1_000, significand: 1 + stream.uniform())
        case .nearlyEqual: 1 + Double(index) * 1e-6
        case .alternatingSign: (index.isMultiple(of: 2) ? 1 : -1) * stream.exponential(mean: 3)
        case .withZeros:
          index.isMultiple(of: 3) ? stream.normal() : index.isMultiple(of: 2) ? 0 : -Double.leastNonzeroMagnitude
        case .one: 3.7
        }
      }
    }
  }

  private static func sample(_ shape: Shape) -> [Double] {
    var stream = StreamFamily(rootSeed: 6, replication: 0).stream("sketch/\(shape.rawValue)")
    return shape.values(&stream)
  }

  @Test(
    "Every quantile is within the guaranteed error of the value of its rank",
    arguments: Shape.allCases.map { ($0, 0.02) } + [(.normal, 0.25), (.heavyTail, 0.25), (.normal, 0.001)])
  func guarantee(shape: Shape, error: Double) {
    let values = Self.sample(shape)
    var sketch = QuantileSketch(relativeError: error)
    for value in values { sketch.record(value) }
    let sorted = values.sorted()
    #expect(sketch.relativeError <= error && sketch.relativeError > error / 2)
    for step in 0...50 {
      let q = Double(step) / 50
      let exact = sorted[max(1, Int((q * 2_000).rounded(.up))) - 1]
      let bound =
        exact.magnitude < .leastNormalMagnitude ? .leastNormalMagnitude : exact.magnitude * sketch.relativeError
      // The middle itself is exact; the difference is rounded.
      #expect(abs(sketch.quantile(q) - exact) <= bound * (1 + 1e-12), "q = \(q)")
    }
    #expect(sketch.quantile(0) == sorted[0] && sketch.quantile(1) == sorted[1_999])
  }

  @Test("Merged or in another order, the sketch is the same to the last counter", arguments: Shape.allCases)
  func merge(shape: Shape) {
    let values = Self.sample(shape)
    var (whole, reversed, first, second) = (QuantileSketch(), QuantileSketch(), QuantileSketch(), QuantileSketch())
    for value in values { whole.record(value) }
    for value in values.reversed() { reversed.record(value) }
    for value in values[..<700] { first.record(value) }
    for value in values[700...] { second.record(value) }
    first.merge(second)
    #expect(reversed == whole)
    #expect(first == whole)
    first.merge(QuantileSketch())
    #expect(first == whole && first.count == 2_000)
  }

  @Test("Memory is bounded by the range, at most 2046 powers of two for each sign")
  func memory() {
    var sketch = QuantileSketch(relativeError: 0.01)
    for exponent in 0..<30 { sketch.record(Double(1 << exponent)) }
    #expect(sketch.counters == 30 * 64)
    for value in [Double.greatestFiniteMagnitude, .leastNormalMagnitude] {
      sketch.record(value)
      sketch.record(-value)
    }
    #expect(sketch.counters == 2 * 2_046 * 64)
    #expect(sketch.maximum == .greatestFiniteMagnitude && sketch.minimum == -.greatestFiniteMagnitude)
    sketch.reset()
    #expect(sketch == QuantileSketch(relativeError: 0.01) && sketch.counters == 0)
  }

  @Test("Below the smallest magnitude a value counts as 0")
  func smallest() {
    var sketch = QuantileSketch(smallest: 1e-9)
    for value in [-1.0, 1e-12, -1e-12, 1e-9, 1] { sketch.record(value) }
    #expect(sketch.quantile(0.4) == 0 && sketch.quantile(0.6) == 0)
    #expect(abs(sketch.quantile(0.8) - 1e-9) < 1e-11)
    #expect(sketch.minimum == -1)
  }

  @Test("Nothing recorded has no quantile")
  func empty() {
    #expect(QuantileSketch().quantile(0.5).isNaN && QuantileSketch().count == 0)
  }

  @Test("Sketches of other errors do not merge, and a quantile above 1 ends the program", arguments: [true, false])
  func misuse(merge: Bool) async {
    await #expect(processExitsWith: .failure) { [merge = merge as Bool] in
      var sketch = QuantileSketch()
      if merge { sketch.merge(QuantileSketch(relativeError: 0.1)) } else { _ = sketch.quantile(1.5) }
    }
  }
}
