/// Where finished runs go.
///
/// The runner writes through this protocol and never learns what stands behind it; a store implements it.
/// Calls come from one task at a time.
public protocol ResultSink: Sendable {
  /// The keys of all runs that are already done, so that they need not be run again.
  ///
  /// A failed run is not among them: running the experiment again retries it.
  func completedRuns() throws -> Set<RunKey>

  /// Keeps one run. When this returns, the run survives the end of the process.
  func write(_ record: RunRecord) throws
}
