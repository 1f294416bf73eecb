public import SimulationKernel

/// Whose time passes: that of a simulation, or that of the wall.
public protocol EpisodeClock: Sendable {
  /// The time since the start of the run.
  var now: EpisodeTime { get }

  /// Waits until a time; does not wait for one that is past.
  ///
  /// - Throws: `CancellationError`, or what ends the run.
  nonisolated(nonsending) func sleep(until time: EpisodeTime) async throws
}

/// The clock of a simulation, for its processes.
public struct SimulatedEpisodeClock: EpisodeClock {
  private let clock: SimulationClock

  public init(_ clock: SimulationClock) {
    self.clock = clock
  }

  public var now: EpisodeTime { EpisodeTime(seconds: clock.now.seconds) }

  public nonisolated(nonsending) func sleep(until time: EpisodeTime) async throws {
    guard time > now else { return }
    try await clock.sleep(until: SimulationTime(seconds: time.seconds), rank: .normal)
  }
}
