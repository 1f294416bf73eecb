public import RandomStreams

/// Opens what lies outside: endpoints, and the record of what they said.
///
/// Who plays an experiment gets one handed in, and knows neither sockets nor files.
public protocol BackendConnector: Sendable {
  /// Begins a live run, in place of what was recorded of an earlier one of the same name. Its clock starts now.
  ///
  /// - Parameters:
  ///   - run: What tells the run apart in the record: its cell and replication.
  ///   - streams: Those of the replication: the seeds that are sent to the endpoint, and the waits between attempts,
  ///     are drawn from them.
  /// - Throws: Where a setting cannot be, the key is missing, or the record cannot be written.
  func connect(
    _ settings: LiveSettings, run: String, questions: any QuestionSet, streams: StreamFamily
  ) async throws -> any BackendSession

  /// Plays a recorded run again, on a clock that is handed in.
  ///
  /// It does not suspend, so that it may stand between the making of a simulation and its run, which are bound to one
  /// thread.
  ///
  /// - Parameters: As of the live run; everything that changed a request has to be the same.
  /// - Throws: Where the run is not in the record.
  func replay(
    _ settings: LiveSettings, run: String, questions: any QuestionSet, streams: StreamFamily, on clock: any EpisodeClock
  ) throws -> any BackendSession
}

/// One run against a live endpoint, or against the record of one.
///
/// Whoever plays the tasks does the same in both, and gets the same times:
///
/// ```swift
/// let start = try await session.begin(task)
/// let answer = try await architecture.solve(Episode(task: task, agentCount: 3, backend: session.backend))
/// let end = try await session.end(task)
/// ```
public protocol BackendSession: Sendable {
  var backend: any Backend { get }
  /// The clock that the run lives by.
  var clock: any EpisodeClock { get }

  /// Says that a task is taken up.
  ///
  /// - Returns: The time; of a replay the recorded one, which is waited for.
  nonisolated(nonsending) func begin(_ task: SwarmTask) async throws -> EpisodeTime

  /// Says that a task is solved, or given up.
  ///
  /// - Returns: As ``begin(_:)``.
  nonisolated(nonsending) func end(_ task: SwarmTask) async throws -> EpisodeTime

  /// Says that the run is over and the record of it whole.
  nonisolated(nonsending) func finish() async throws
}
