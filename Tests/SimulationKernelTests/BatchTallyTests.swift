import RandomStreams
import SimulationKernel
import Testing

@Suite("Batch tally")
struct BatchTallyTests {
  @Test("Batches are joined in pairs when the room is full")
  func joining() {
    var tally = BatchTally(capacity: 4)
    for value in 1...3 { tally.record(Double(value)) }
    #expect(tally.means == [1, 2, 3] && tally.batchSize == 1)
    tally.record(4)
    #expect(tally.means == [1.5, 3.5] && tally.batchSize == 2 && tally.count == 4)
    tally.record(10)
    #expect(tally.leftOut == 1 && tally.mean == 2.5)
    // (1.5, 3.5) has the sample variance 2.
    #expect(tally.standardError == 1 && tally.autocorrelation == -0.5 && tally.degreesOfFreedom == 1)
    tally.reset(at: .zero)
    #expect(tally == BatchTally(capacity: 4, firstBatchSize: 2))
  }

  @Test("The batch means are those of the series cut to pieces", arguments: [1, 5, 39, 40, 41, 1_000, 12_345])
  func bruteForce(count: Int) {
    var stream = StreamFamily(rootSeed: 7, replication: 0).stream("batches")
    let values = (0..<count).map { _ in stream.normal() }
    var tally = BatchTally()
    for value in values { tally.record(value) }
    let size = tally.batchSize
    let expected = (0..<(count / size)).map { values[($0 * size)..<(($0 + 1) * size)].reduce(0, +) / Double(size) }
    #expect(tally.means.count == expected.count && tally.means.count < 40)
    #expect(zip(tally.means, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(tally.count + tally.leftOut == count)
    if count >= 40 { #expect(tally.means.count >= 20) }
  }

  @Test("Without batches there are no estimates")
  func empty() {
    let tally = BatchTally()
    #expect(tally.mean.isNaN && tally.standardError.isNaN && tally.autocorrelation.isNaN)
  }

  /// A first-order autoregressive series of mean 0 that begins in its steady state.
  private static func autoregressive(_ count: Int, coefficient: Double, replication: Int) -> BatchTally {
    var stream = StreamFamily(rootSeed: 8, replication: replication).stream("autoregressive")
    let scale = (1 - coefficient * coefficient).squareRoot()
    var value = stream.normal()
    var tally = BatchTally()
    for _ in 0..<count {
      tally.record(value)
      value = coefficient * value + scale * stream.normal()
    }
    return tally
  }

  @Test("Intervals from batch means cover the mean of a dependent series as often as they say")
  func coverage() {
    var (covered, naive, correlation) = (0, 0, 0.0)
    for replication in 0..<400 {
      let tally = Self.autoregressive(2_560, coefficient: 0.8, replication: replication)
      // 2560 values leave 20 batches of 128; the 97.5 % point of Student's t of 19 degrees of freedom is 2.093.
      if abs(tally.mean) <= 2.093 * tally.standardError { covered += 1 }
      // The standard deviation is 1: what an interval for independent values would be.
      if abs(tally.mean) <= 1.96 / Double(2_560).squareRoot() { naive += 1 }
      correlation += tally.autocorrelation / 400
    }
    // Covered in 95 % of 400 series, with a standard deviation of 4.4: below 355 or above 396 with probability 1e-5 or
    // less. A coverage of 80 % (320 ± 8) is found with probability above 0.9999.
    #expect((355...396).contains(covered))
    // An interval that ignores the dependence is too short by a factor of 3: it covers in 49 %.
    #expect(naive < 260)
    // -1/20 + 0.02, give or take 0.05/√20 = 0.011: long batches are nearly independent. 5 deviations: 6e-7.
    #expect(abs(correlation + 0.03) < 0.06)
  }

  @Test("Short batches of a dependent series show in their correlation")
  func tooShort() {
    // 39 batches of one value with a correlation of 0.95: the estimate is biased down, but stays far above 2/√39, 0.32.
    let tallies = (0..<50).map { Self.autoregressive(39, coefficient: 0.95, replication: $0).autocorrelation }
    #expect(tallies.reduce(0, +) / 50 > 0.5)
  }
}
