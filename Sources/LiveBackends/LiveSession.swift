import Agents

/// A run against an endpoint, on the time of the wall.
struct LiveSession: BackendSession {
  private let openAI: OpenAIBackend
  private let wall: WallClock
  private let record: CompletionRecord
  private let run: String

  init(openAI: OpenAIBackend, wall: WallClock, record: CompletionRecord, run: String) {
    self.openAI = openAI
    self.wall = wall
    self.record = record
    self.run = run
  }

  var backend: any Backend { openAI }
  var clock: any EpisodeClock { wall }

  nonisolated(nonsending) func begin(_ task: SwarmTask) async throws -> EpisodeTime {
    let now = wall.now
    try await record.begin(task, at: now, run: run)
    return now
  }

  nonisolated(nonsending) func end(_ task: SwarmTask) async throws -> EpisodeTime {
    let now = wall.now
    try await record.end(task, at: now, run: run)
    return now
  }

  /// A run without a single completion measured nothing: it fails, and is tried again.
  nonisolated(nonsending) func finish() async throws {
    let end = wall.now
    if let failure = try await record.onlyFailure(of: run) { throw LiveError.noCompletion(failure) }
    try await record.end(run: run, at: end)
  }
}

/// A recorded run that is played again.
struct ReplaySession: BackendSession {
  private let recorded: RecordedBackend

  init(recorded: RecordedBackend) {
    self.recorded = recorded
  }

  var backend: any Backend { recorded }
  var clock: any EpisodeClock { recorded.clock }

  nonisolated(nonsending) func begin(_ task: SwarmTask) async throws -> EpisodeTime {
    try await reached(try recorded.episode(task).start)
  }

  nonisolated(nonsending) func end(_ task: SwarmTask) async throws -> EpisodeTime {
    try await reached(try recorded.episode(task).end)
  }

  /// What failed live fails again.
  nonisolated(nonsending) func finish() async throws {
    if let failure = recorded.onlyFailure { throw LiveError.noCompletion(failure) }
  }

  private nonisolated(nonsending) func reached(_ time: EpisodeTime) async throws -> EpisodeTime {
    try await recorded.clock.sleep(until: time)
    return time
  }
}
