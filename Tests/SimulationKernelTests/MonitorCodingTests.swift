import Foundation
import SimulationKernel
import Testing

@Suite("Monitors in files")
struct MonitorCodingTests {
  /// Encodes and decodes with the defaults, which refuse infinity and NaN as numbers.
  private func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
  }

  /// Empty, with a few values, and with many: each comes back equal, and goes on as the original does.
  private func check<Sink: Monitor & Codable & Equatable>(
    _ empty: Sink, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var monitor = empty
    for count in [0, 1, 7, 300] {
      for index in 0..<count {
        let time = SimulationTime(seconds: Double(count) + Double(index) / 3)
        monitor.record(Double((index * index) % 17) / 7 - 1, at: time)
      }
      var copy = try roundTrip(monitor)
      #expect(copy == monitor, sourceLocation: sourceLocation)
      let later = SimulationTime(seconds: 1_000)
      var original = monitor
      copy.record(-0.0, at: later)
      original.record(-0.0, at: later)
      #expect(copy == original, sourceLocation: sourceLocation)
      #expect(try roundTrip(copy) == original, sourceLocation: sourceLocation)
    }
  }

  @Test("Every monitor comes back from JSON as it was, and goes on as the original does")
  func sinks() throws {
    try check(Tally())
    try check(TimeWeightedAverage(1))
    try check(Histogram(.logarithmic(from: 0.1, to: 10, count: 5)))
    try check(TimeWeightedHistogram(.linear(from: 0, to: 1, count: 5)))
    try check(QuantileSketch(relativeError: 0.001, smallest: 1e-6))
    try check(Series(capacity: 16))
    try check(BatchTally(capacity: 6, firstBatchSize: 3))
    try check(Discard())
  }

  @Test("So do triggers around them")
  func triggers() throws {
    try check(WarmUp(until: SimulationTime(seconds: 9), OnChange(Series(capacity: 16))))
    try check(Both(AtInterval(.seconds(0.7), Tally()), TimeWeightedAverage()))
  }

  @Test("A summary comes back, also where sums have overflown")
  func summaries() throws {
    var summary = WeightedTally()
    #expect(try roundTrip(summary) == summary)
    summary.record(1e308, weight: 2)
    summary.record(-1e308, weight: 2)
    let copy = try roundTrip(summary)
    #expect(copy.sum.isNaN && summary.sum.isNaN && copy.minimum == -1e308)
    #expect(copy.variance.isNaN && summary.variance.isNaN && copy.weight == 4)
  }

  @Test(
    "What no monitor can have written is refused",
    arguments: [
      #"{"count":-1,"mean":0,"squares":0,"sum":0,"minimum":"inf","maximum":"-inf"}"#,
      #"{"count":0,"mean":"many","squares":0,"sum":0,"minimum":"inf","maximum":"-inf"}"#,
    ])
  func tallyRefused(json: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Tally.self, from: Data(json.utf8)) }
  }

  @Test(
    "A sketch of quantiles that could not be written again is refused",
    arguments: [("0.00048828125", 9), ("0.3", 9), ("0.01", 9), ("0.0078125", Int.max)])
  func sketchRefused(error: String, count: Int) throws {
    let json = """
      {"relativeError":\(error),"smallest":1e-6,"zeros":1,"positive":[65536,\(count)],"negative":[],\
      "minimum":0,"maximum":1}
      """
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(QuantileSketch.self, from: Data(json.utf8)) }
    let sound = json.replacing(error, with: "0.0078125").replacing(String(Int.max), with: "9")
    #expect(try JSONDecoder().decode(QuantileSketch.self, from: Data(sound.utf8)).count == 10)
  }

  @Test("Batches that name more room than any machine has are read, and take none of it")
  func hugeCapacity() throws {
    let json = #"{"capacity":4611686018427387904,"batchSize":1,"sums":[2],"open":0,"openCount":0}"#
    #expect(try JSONDecoder().decode(BatchTally.self, from: Data(json.utf8)).means == [2])
  }

  @Test(
    "A series whose numbers disagree is refused",
    arguments: [
      #"{"capacity":4,"count":2,"stride":1,"times":[1],"values":[1]}"#,
      #"{"capacity":4,"count":2,"stride":1,"times":[2,1],"values":[1,1]}"#,
      #"{"capacity":4,"count":1,"stride":3,"times":[1],"values":[1]}"#,
      #"{"capacity":3,"count":1,"stride":1,"times":[1],"values":[1]}"#,
    ])
  func seriesRefused(json: String) {
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Series.self, from: Data(json.utf8)) }
  }
}
