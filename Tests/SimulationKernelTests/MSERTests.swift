import RandomStreams
import SimulationKernel
import Testing

@Suite("MSER")
struct MSERTests {
  /// Noise with a mean that falls from 10 to 0 along a line and then stays.
  private static func run(_ count: Int, transient: Int, replication: Int = 0) -> [Double] {
    var stream = StreamFamily(rootSeed: 9, replication: replication).stream("transient")
    return (0..<count).map { 10 * max(0, 1 - Double($0) / Double(transient)) + stream.normal() }
  }

  /// The definition, term by term.
  private static func bruteForce(_ values: [Double], batchSize: Int) -> Int? {
    let batches = values.count / batchSize
    let means = (0..<batches).map {
      values[($0 * batchSize)..<(($0 + 1) * batchSize)].reduce(0, +) / Double(batchSize)
    }
    let errors = (0...(batches / 2)).map { cut in
      let rest = means[cut...]
      let mean = rest.reduce(0, +) / Double(rest.count)
      return rest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(rest.count * rest.count)
    }
    guard let least = errors.indices.min(by: { errors[$0] < errors[$1] }) else { return nil }
    return least == batches / 2 ? nil : least * batchSize
  }

  @Test("The cut is that of the definition", arguments: [20, 101, 500], [1, 5])
  func definition(count: Int, batchSize: Int) {
    for replication in 0..<10 {
      let values = Self.run(count, transient: count / 5, replication: replication)
      #expect(MSER.truncation(of: values, batchSize: batchSize) == Self.bruteForce(values, batchSize: batchSize))
    }
  }

  @Test("The transient is cut off, and little more", arguments: [100, 200])
  func transient(length: Int) throws {
    let cut = try #require(MSER.truncation(of: Self.run(1_000, transient: length)))
    // The last fifth of the slope is below two standard deviations of the noise.
    #expect(cut > length / 2 && cut < 2 * length)
  }

  @Test("A run without an end of its transient has no answer, nor has one that is too short")
  func undecided() {
    #expect(MSER.truncation(of: (0..<1_000).map { -Double($0) }) == nil)
    #expect(MSER.truncation(of: [1, 2, 3]) == nil)
    #expect(MSER.truncation(of: []) == nil)
  }

  @Test("A constant series loses nothing")
  func constant() {
    #expect(MSER.truncation(of: Array(repeating: 3, count: 100)) == 0)
  }

  @Test("A series knows the time at which its transient ends")
  func series() throws {
    var series = Series(capacity: 1_024)
    let values = Self.run(1_000, transient: 100)
    for (index, value) in values.enumerated() { series.record(value, at: SimulationTime(seconds: Double(index) / 2)) }
    let cut = try #require(MSER.truncation(of: values))
    #expect(series.warmUpEnd() == SimulationTime(seconds: Double(cut) / 2))
  }
}
