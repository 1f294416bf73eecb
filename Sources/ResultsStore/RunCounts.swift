/// How far an experiment has come.
public struct RunCounts: Sendable, Hashable {
  /// Current cells times replications.
  public let planned: Int
  /// Planned runs that are done.
  public let done: Int
  /// Planned runs that failed.
  public let failed: Int
  /// Stored runs of other cells and of higher replications: no part of the experiment as it is now, but not lost.
  public let kept: Int

  public init(planned: Int, done: Int, failed: Int, kept: Int) {
    self.planned = planned
    self.done = done
    self.failed = failed
    self.kept = kept
  }

  /// Planned runs without any outcome yet.
  public var pending: Int { planned - done - failed }
}
