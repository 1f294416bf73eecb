import RandomStreams
import SimulationKernel
import Testing

@Suite("Tally")
struct TallyTests {
  @Test("Mean and variance agree with the sums in two passes", arguments: [0, -3, 1e9])
  func twoPasses(offset: Double) {
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream("tally")
    let values = (0..<1_000).map { _ in offset + stream.normal() }
    var tally = Tally()
    for value in values { tally.record(value) }
    let deviations = values.map { $0 - offset }
    let mean = deviations.reduce(0, +) / 1_000
    let variance = deviations.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 999
    #expect(tally.count == 1_000)
    // At 10⁹ neighbouring numbers are 10⁻⁷ apart, and each step rounds to that; plain sums of squares would lose
    // everything.
    #expect(abs(tally.mean - offset - mean) < 1e-12 + 20 * abs(offset).ulp)
    #expect(abs(tally.variance - variance) < 1e-11 + 100 * abs(offset).ulp)
    #expect(tally.maximum == values.max())
  }

  @Test("A series without values has no mean and no variance; one value has no variance")
  func fewValues() {
    var tally = Tally()
    #expect(tally.count == 0 && tally.mean.isNaN && tally.variance.isNaN && tally.sum == 0)
    #expect(tally.minimum == .infinity && tally.maximum == -.infinity)
    tally.record(-4)
    #expect(tally.count == 1 && tally.mean == -4 && tally.variance.isNaN)
    #expect(tally.minimum == -4 && tally.maximum == -4)
    tally.record(-4)
    #expect(tally.variance == 0 && tally.sum == -8)
    tally.reset()
    #expect(tally == Tally())
  }

  @Test("Small whole numbers give exact results")
  func exact() {
    var tally = Tally()
    for value in [2.0, 4, 4, 4, 5, 5, 7, 9] { tally.record(value) }
    #expect(tally.sum == 40 && tally.mean == 5 && tally.minimum == 2 && tally.maximum == 9)
    #expect(abs(tally.variance - 32.0 / 7) < 1e-14)
    #expect(tally.standardDeviation == tally.variance.squareRoot())
  }

  @Test("Two tallies merge to that of all values, wherever the series is cut", arguments: [0, 1, 2, 500, 999, 1_000])
  func merge(cut: Int) {
    var stream = StreamFamily(rootSeed: 2, replication: 0).stream("merge")
    let values = (0..<1_000).map { _ in 1e6 + stream.normal() }
    var (first, second, whole) = (Tally(), Tally(), Tally())
    for (index, value) in values.enumerated() {
      whole.record(value)
      if index < cut { first.record(value) } else { second.record(value) }
    }
    first.merge(second)
    #expect(first.count == 1_000 && first.minimum == whole.minimum && first.maximum == whole.maximum)
    // Neighbouring numbers near 10⁶ are 10⁻¹⁰ apart.
    #expect(abs(first.mean - whole.mean) < 1e-9)
    #expect(abs(first.variance - whole.variance) < 1e-9)
    #expect(abs(first.sum - whole.sum) < 1e-4)
  }

  @Test("A value that is not finite ends the program", arguments: [true, false])
  func notFinite(infinite: Bool) async {
    await #expect(processExitsWith: .failure) { [infinite = infinite as Bool] in
      var tally = Tally()
      tally.record(infinite ? .infinity : .nan)
    }
  }
}
