import Agents

/// The time of the wall since the start of a run.
struct WallClock: EpisodeClock {
  private let start: ContinuousClock.Instant

  init(start: ContinuousClock.Instant = .now) {
    self.start = start
  }

  var now: EpisodeTime { EpisodeTime(seconds: max(0, (ContinuousClock.now - start) / .seconds(1))) }

  nonisolated(nonsending) func sleep(until time: EpisodeTime) async throws {
    try await ContinuousClock().sleep(until: start.advanced(by: .seconds(time.seconds)))
  }
}
