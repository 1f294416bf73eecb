import RandomStreams
import SimulationKernel
import Testing

@Suite("Histogram")
struct HistogramTests {
  static let layouts = [
    HistogramBins.linear(from: -1, to: 2, count: 7), .linear(from: 0.1, to: 0.7, count: 6),
    .logarithmic(from: 0.001, to: 1_000, count: 60), .logarithmic(from: 0.3, to: 0.4, count: 1),
    HistogramBins(edges: [-2, -1.5, 0, 0.1, 5, 6, 7]), .linear(from: 0, to: .leastNonzeroMagnitude, count: 1),
  ]

  @Test("Every value is in the bin between whose edges it lies, those on and beside an edge too", arguments: layouts)
  func bruteForce(bins: HistogramBins) {
    var stream = StreamFamily(rootSeed: 4, replication: 0).stream("histogram")
    let spread = (0..<2_000).map { _ in stream.normal() * 2 } + (0..<500).map { _ in 1 / stream.exponential(mean: 1) }
    let values = spread + bins.edges.flatMap { [$0.nextDown, $0, $0.nextUp] } + [-1e300, 1e300, 0]
    var histogram = Histogram(bins)
    for value in values { histogram.record(value) }
    #expect(histogram.below == values.count { $0 < bins.edges[0] })
    #expect(histogram.above == values.count { $0 >= bins.edges[bins.count] })
    let expected = (0..<bins.count).map { bin in values.count { $0 >= bins.edges[bin] && $0 < bins.edges[bin + 1] } }
    #expect(Array(histogram.counts) == expected)
    #expect(histogram.count == values.count)
  }

  @Test("Edges are where they are asked for")
  func edges() {
    #expect(HistogramBins.linear(from: 0, to: 1, count: 4).edges == [0, 0.25, 0.5, 0.75, 1])
    let decades = HistogramBins.logarithmic(from: 0.01, to: 100, count: 4).edges
    #expect(zip(decades, [0.01, 0.1, 1, 10, 100]).allSatisfy { abs($0 / $1 - 1) < 1e-14 })
    #expect(HistogramBins.logarithmic(from: 1, to: 1_024, count: 10).edges == (0...10).map { Double(1 << $0) })
  }

  @Test("Merging is the same as recording all, and a reset leaves the bins")
  func merge() {
    var stream = StreamFamily(rootSeed: 5, replication: 0).stream("histogram")
    let bins = HistogramBins.linear(from: -2, to: 2, count: 10)
    var (first, second, whole) = (Histogram(bins), Histogram(bins), Histogram(bins))
    for index in 0..<1_000 {
      let value = stream.normal()
      whole.record(value)
      if index.isMultiple(of: 3) { first.record(value) } else { second.record(value) }
    }
    first.merge(second)
    #expect(first == whole)
    first.reset()
    #expect(first == Histogram(bins))
  }

  @Test("Weighted by time, each bin has the time that the quantity was in it")
  func timeWeighted() {
    var length = TimeWeightedHistogram(HistogramBins(edges: [0, 1, 2, 3]))
    length.set(2, at: SimulationTime(seconds: 4))
    length.set(5, at: SimulationTime(seconds: 5))
    length.set(-1, at: SimulationTime(seconds: 7))
    #expect(length.times(until: SimulationTime(seconds: 10)) == [3, 4, 0, 1, 2])
    length.reset(at: SimulationTime(seconds: 11))
    #expect(length.value == -1 && length.start == SimulationTime(seconds: 11))
    #expect(length.times(until: SimulationTime(seconds: 12)) == [1, 0, 0, 0, 0])
  }

  @Test("Edges that do not ascend, and histograms with other bins, end the program", arguments: [true, false])
  func misuse(edges: Bool) async {
    await #expect(processExitsWith: .failure) { [edges = edges as Bool] in
      if edges {
        _ = HistogramBins(edges: [1, 1])
      } else {
        var histogram = Histogram(.linear(from: 0, to: 1, count: 2))
        histogram.merge(Histogram(.linear(from: 0, to: 2, count: 2)))
      }
    }
  }
}
