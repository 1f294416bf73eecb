/// A moment of an episode's world, simulated or real: seconds since the start of the run.
public struct EpisodeTime: Sendable, Hashable, Comparable {
  /// At least 0; infinite for what never comes.
  public let seconds: Double

  /// - Precondition: `seconds` is at least 0.
  public init(seconds: Double) {
    precondition(seconds >= 0, "time is \(seconds) s; it must be at least 0")
    self.seconds = seconds
  }

  /// The start of the run.
  public static let zero = EpisodeTime(seconds: 0)
  /// Later than anything that happens.
  public static let never = EpisodeTime(seconds: .infinity)

  public static func < (lhs: EpisodeTime, rhs: EpisodeTime) -> Bool { lhs.seconds < rhs.seconds }
}
