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

  @Test("A series without values has the mean 0 and no variance; one value has none either")
  func fewValues() {
    var tally = Tally()
    #expect(tally.count == 0 && tally.mean == 0 && tally.variance.isNaN && tally.maximum == -.infinity)
    tally.record(-4)
    #expect(tally.count == 1 && tally.mean == -4 && tally.variance.isNaN && tally.maximum == -4)
    tally.record(-4)
    #expect(tally.variance == 0)
  }
}
