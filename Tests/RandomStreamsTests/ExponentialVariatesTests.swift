import NumericalMethods
import TestSupport
import Testing

@testable import RandomStreams

// A right implementation fails one of these tests for one seed in 10⁷. With 60,000 draws and 20 bins a distribution
// whose bins are off by 5 % (root mean square) is found with probability 0.99; see `power` of the continuous variates.
private let count = 60_000
private let falseAlarm = 1e-7

@Suite("Exponential variates")
struct ExponentialVariatesTests {
  private func draw(_ name: String, _ variate: (inout RandomStream) -> Double) -> [Double] {
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream(name)
    return (0..<count).map { _ in variate(&stream) }
  }

  /// Twice an exponential of mean 1 is chi-squared with two degrees of freedom.
  private func cumulative(_ x: Double) -> Double { ChiSquared(degreesOfFreedom: 2).cumulative(2 * x) }

  @Test("Draws have their distribution", arguments: [1, 250])
  func distribution(mean: Double) {
    let values = draw("exponential/\(mean)") { $0.exponential(mean: mean) }
    expectDistribution(of: values, falseAlarm: falseAlarm) { cumulative($0 / mean) }
  }

  @Test("Draws by inversion have their distribution", arguments: [1, 250])
  func inversionDistribution(mean: Double) {
    let values = draw("inversion/\(mean)") { $0.exponentialByInversion(mean: mean) }
    expectDistribution(of: values, falseAlarm: falseAlarm) { cumulative($0 / mean) }
  }

  // Found with probability 0.99 is what is off by 7.7 standard errors: 3.1 % of the mean, 7.0 % of the mean square and
  // 14 % of the mean cube, whose standard deviations are 1, √20 and √684.
  @Test("Mean, mean square and mean cube are 1, 2 and 6")
  func moments() {
    let values = draw("moments") { $0.exponential(mean: 1) }
    expectMean(values, equals: 1, falseAlarm: falseAlarm / 3)
    expectMean(values.map { $0 * $0 }, equals: 2, falseAlarm: falseAlarm / 3)
    expectMean(values.map { $0 * $0 * $0 }, equals: 6, falseAlarm: falseAlarm / 3)
  }

  // The bins end at edges of layers, where a wrong table or a wrong decision would show: every 16th, then the tail.
  // Found with probability 0.99: a deviation of 5 % of the bins, root mean square, weighted by their probability.
  @Test("Draws fall between the edges of layers as often as they ought to")
  func betweenEdges() {
    let edges = stride(from: 256, through: 16, by: -16).map { ExponentialLayers.edges[$0] } + [.infinity]
    var counts = Array(repeating: 0, count: edges.count - 1)
    for value in draw("edges", { $0.exponential(mean: 1) }) {
      let beyond = edges.firstIndex { value < $0 } ?? 0
      counts[beyond - 1] += 1
    }
    let weights = zip(edges, edges.dropFirst()).map {
      PortableMath.exp(-$0) - ($1 < .infinity ? PortableMath.exp(-$1) : 0)
    }
    expectCounts(counts, inProportionTo: weights, falseAlarm: falseAlarm)
    #expect(smallestDetectableDeviation(n: count, bins: counts.count, falseAlarm: falseAlarm, power: 0.99) < 0.05)
  }

  @Test("Layers lie under the density, have one area, and the last ends at 1")
  func layers() {
    let (edges, heights) = (ExponentialLayers.edges, ExponentialLayers.heights)
    #expect(edges.count == 257 && heights.count == 257)
    #expect(edges[256] == 0 && heights[256] == 1 && heights[0] == 0)
    let area = (edges[1] + 1) * heights[1]
    for layer in 0..<256 {
      #expect(edges[layer] > edges[layer + 1])
      #expect(isNear(PortableMath.exp(-edges[layer + 1]), heights[layer + 1], relative: 4e-15))
      let height = heights[layer + 1] - heights[layer]
      // The difference of two heights near 1 has lost up to eight bits.
      #expect(isNear(edges[layer] * height, area, relative: 1e-13), "layer \(layer)")
    }
  }

  @Test("The point of a draw is made of its lowest 8 bits and its upper 53, and is never 0")
  func point() {
    #expect(exponentialPoint(0).x > 0)
    #expect(exponentialPoint(0x700) == exponentialPoint(0))
    #expect(exponentialPoint(.max) == (255, ExponentialLayers.edges[255]))
    #expect(exponentialPoint(0x7FFF_FFFF_FFFF_F803) == (3, ExponentialLayers.edges[3] / 2))
    for layer: UInt64 in 0..<256 {
      let (edge, next) = (ExponentialLayers.edges[Int(layer)], ExponentialLayers.edges[Int(layer) + 1])
      // The first number of the place that is not left of the next edge, give or take its rounding.
      let place = UInt64(next / edge * 0x1p53)
      if place > 4 { #expect(exponentialCore((place - 4) << 11 | layer) > 0) }
      #expect(exponentialCore((place + 4) << 11 | layer) == 0)
    }
  }

  // The whole of the slow way, each layer's part of it by itself. Where the place of the first draw is uniform between
  // the next edge and its own, the result x of a point that is kept has a density in proportion to e⁻ˣ - heights[layer].
  // The other draws are anew. Found with probability 0.99: 0.02 of the proportion that is kept.
  @Test(
    "Points beyond the core are kept in proportion to the density over the layer", arguments: [1, 2, 50, 128, 254, 255])
  func wedge(layer: Int) {
    let (edges, heights) = (ExponentialLayers.edges, ExponentialLayers.heights)
    let (inner, outer) = (edges[layer + 1], edges[layer])
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream("wedge/\(layer)")
    let trials = 40_000
    var kept = 0
    for _ in 0..<trials {
      let x = inner + (outer - inner) * stream.uniform()
      let bits = UInt64(x / outer * 0x1p53) << 11 | UInt64(layer)
      guard exponentialCore(bits) == 0 else { continue }
      let value = stream.exponentialBeyondCore(bits)
      if value == exponentialPoint(bits).x { kept += 1 }
    }
    // The area under the density over the wedge, of the area of its rectangle.
    let area = heights[layer + 1] - PortableMath.exp(-outer) - heights[layer] * (outer - inner)
    let expected = area / ((outer - inner) * (heights[layer + 1] - heights[layer]))
    expectProportion(kept, of: trials, equals: expected, falseAlarm: falseAlarm)
    #expect(
      smallestDetectableProportionDifference(n: trials, p: expected, falseAlarm: falseAlarm, power: 0.99) < 0.02)
  }

  // One draw in 2,200 gets there by itself; so it is sent there.
  @Test("Beyond the last edge the tail has the same distribution again")
  func tail() {
    let start = ExponentialLayers.edges[1]
    let values = draw("tail") { $0.exponentialBeyondCore(UInt64.max << 8) }
    #expect(values.allSatisfy { $0 > start })
    expectDistribution(of: values, falseAlarm: falseAlarm) { cumulative($0 - start) }
    expectProportion(
      values.count { $0 > 2 * start }, of: count, equals: PortableMath.exp(-start), falseAlarm: falseAlarm)
  }

  @Test("Variates are what they always were", arguments: PinnedExponentials.all)
  func pinned(pin: PinnedExponentials) {
    var stream = StreamFamily(rootSeed: 20_260_101, replication: 0).stream(pin.name)
    let values = (0..<9_000).map { _ in stream.exponential(mean: 1) }
    #expect(Array(values.prefix(3)) == pin.first)
    let bytes = values.flatMap { value in (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) } }
    #expect(bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } == pin.digest)
    #expect(stream.next() == pin.following)
  }

  @Test("The mean changes the scale and not the number of draws, also where it is 0")
  func scale() {
    var streams = (0..<3).map { _ in StreamFamily(rootSeed: 1, replication: 0).stream("scale") }
    for _ in 0..<2_000 {
      let value = streams[0].exponential(mean: 1)
      #expect(streams[1].exponential(mean: 40) == 40 * value)
      #expect(streams[2].exponential(mean: 0) == 0)
    }
    #expect(Set(streams).count == 1)
  }

  @Test("By inversion a draw takes one uniform number and falls with it")
  func inversion() {
    var uniforms = StreamFamily(rootSeed: 1, replication: 0).stream("inversion")
    var exponentials = uniforms
    let pairs = (0..<2_000).map { _ in
      (uniform: uniforms.uniform(), value: exponentials.exponentialByInversion(mean: 3))
    }
    let values = pairs.sorted { $0.uniform < $1.uniform }.map(\.value)
    #expect(values == values.sorted(by: >))
    #expect(exponentials.exponentialByInversion(mean: 0) == 0)
    _ = uniforms.next()
    #expect(uniforms == exponentials)
  }

  @Test("A mean outside its range ends the program", arguments: 0..<4)
  func ranges(index: Int) async {
    await #expect(processExitsWith: .failure) { [index = index as Int] in
      var stream = StreamFamily(rootSeed: 1, replication: 0).stream("ranges")
      switch index {
      case 0: _ = stream.exponential(mean: -1)
      case 1: _ = stream.exponential(mean: .nan)
      case 2: _ = stream.exponential(mean: .infinity)
      default: _ = stream.exponentialByInversion(mean: -.infinity)
      }
    }
  }
}
