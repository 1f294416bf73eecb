import Agents
import RandomStreams
import RunRecords

/// What a cell plays: one replication after another, each a function of its random streams.
protocol PlannedWork: Sendable {
  /// What is played, by the name of its kind: an architecture's, a model's.
  var kind: String { get }
  /// All that changes what a run does, but for the streams.
  var behaviour: [(key: String, value: ConfigurationValue)] { get }

  /// Plays one replication.
  ///
  /// - Throws: What ends the run before its end.
  func play(_ run: RunContext) async throws -> PlayedRun
}

/// What one replication gets from outside.
struct RunContext: Sendable {
  let streams: StreamFamily
  /// What tells the run apart in the record of completions.
  let recordName: String
  /// Opens live backends and records; `nil` where there are none to be opened.
  let connector: (any BackendConnector)?
}

/// What one replication gave.
struct PlayedRun {
  /// One value for each metric of the plan, in their order.
  let values: [Double]
  var series: [RecordedSeries] = []
  let events: Int
  let fingerprint: UInt64
}
