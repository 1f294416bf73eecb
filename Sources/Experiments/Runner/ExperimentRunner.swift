public import Agents
public import RunRecords

/// Makes the runs of a plan that are not done yet, several at once, and hands each to the sink as it ends.
///
/// Which run ends first depends on the machine; what each run gives does not. Running again after whatever ended the
/// process makes exactly the runs that are missing.
public struct ExperimentRunner: Sendable {
  /// How far an experiment is.
  public struct Progress: Sendable, Hashable {
    /// Runs of the plan.
    public let total: Int
    /// Runs that an earlier invocation made.
    public let found: Int
    /// Runs that this invocation made.
    public internal(set) var done = 0
    /// Runs of this invocation that failed; the next one tries them again.
    public internal(set) var failed = 0

    /// Runs that are still to be made.
    public var left: Int { total - found - done - failed }
  }

  private let plan: ExperimentPlan
  private let sink: any ResultSink
  private let jobs: Int
  private let connector: (any BackendConnector)?

  /// - Parameters:
  ///   - jobs: Runs at once, at least 1.
  ///   - connector: Opens live backends and records, where the plan has some.
  public init(_ plan: ExperimentPlan, sink: any ResultSink, jobs: Int, connector: (any BackendConnector)? = nil) {
    precondition(jobs >= 1, "jobs is \(jobs); it must be at least 1")
    self.plan = plan
    self.sink = sink
    self.jobs = jobs
    self.connector = connector
  }

  /// Makes the missing runs.
  ///
  /// A run that fails is recorded as failed, and the others go on.
  ///
  /// - Parameters:
  ///   - shouldStop: Asked before each run; once it says so, the runs at hand are finished and no other is begun.
  ///   - onProgress: Called in the beginning and after each run.
  /// - Returns: How far the experiment is now.
  /// - Throws: What the sink throws.
  public func run(
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: (Progress) -> Void = { _ in }
  ) async throws -> Progress {
    let done = try sink.completedRuns()
    let all = plan.runs
    let missing = all.filter { !done.contains($0.key) }
    var progress = Progress(total: all.count, found: all.count - missing.count)
    onProgress(progress)
    guard !missing.isEmpty else { return progress }

    try await withThrowingTaskGroup(of: RunRecord.self) { group in
      var next = missing.startIndex
      func begin() {
        guard next < missing.endIndex, !shouldStop() else { return }
        let run = missing[next]
        next += 1
        group.addTask { [plan, connector] in await Self.record(run, of: plan, connector: connector) }
      }
      for _ in 0..<min(jobs, missing.count) { begin() }
      while let record = try await group.next() {
        try sink.write(record)
        if case .done = record.outcome { progress.done += 1 } else { progress.failed += 1 }
        onProgress(progress)
        begin()
      }
    }
    return progress
  }

  /// Makes one run, again and again with the same result.
  public static func record(
    _ run: ExperimentPlan.PlannedRun, of plan: ExperimentPlan, connector: (any BackendConnector)? = nil
  ) async -> RunRecord {
    let clock = ContinuousClock()
    let start = clock.now
    func record(_ outcome: RunRecord.Outcome, _ played: PlayedRun? = nil) -> RunRecord {
      let (seconds, attoseconds) = (clock.now - start).components
      return RunRecord(
        key: run.key, outcome: outcome, series: played?.series ?? [], events: played?.events ?? 0,
        fingerprint: played?.fingerprint ?? 0, wallSeconds: Double(seconds) + Double(attoseconds) * 1e-18)
    }
    do {
      let played = try await run.cell.work.play(plan.context(of: run, connector))
      let observations = zip(plan.metrics, played.values).map { Observation(metric: $0.name, value: $1) }
      return record(.done(observations), played)
    } catch {
      return record(.failed(String(describing: error)))
    }
  }
}
