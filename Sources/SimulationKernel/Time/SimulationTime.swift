/// A moment of simulated time: seconds since the start of the run, at least 0 and finite.
///
/// Seconds are a `Double`, as in SimPy and most textbooks, so that a model may also count in service times or ticks.
/// Since no time is negative, the bit patterns order as the times do; the event list compares those.
@frozen
public struct SimulationTime: Sendable, Hashable, Comparable, InstantProtocol {
  /// Since the start of the run; at least 0 and finite.
  public let seconds: Double

  /// - Precondition: `seconds` is finite and at least 0.
  @inlinable
  public init(seconds: Double) {
    precondition(seconds >= 0 && seconds.isFinite, "time is \(seconds) s; it must be finite and at least 0")
    // Adding zero turns -0.0, whose bit pattern is above all others, into 0.0.
    self.seconds = seconds + 0
  }

  /// A time that was checked before.
  @inlinable
  init(unchecked seconds: Double) {
    self.seconds = seconds
  }

  /// The start of every run.
  public static let zero = SimulationTime(seconds: 0)

  @inlinable
  public static func < (lhs: SimulationTime, rhs: SimulationTime) -> Bool { lhs.seconds < rhs.seconds }

  /// - Precondition: The sum is finite and not before the start of the run.
  @inlinable
  public static func + (lhs: SimulationTime, rhs: SimulationDuration) -> SimulationTime {
    SimulationTime(seconds: lhs.seconds + rhs.seconds)
  }

  @inlinable
  public static func - (lhs: SimulationTime, rhs: SimulationTime) -> SimulationDuration {
    SimulationDuration(seconds: lhs.seconds - rhs.seconds)
  }

  @inlinable
  public func advanced(by duration: Duration) -> SimulationTime { self + SimulationDuration(duration) }

  @inlinable
  public func duration(to other: SimulationTime) -> Duration { Duration(other - self) }
}

extension SimulationTime: Codable {
  /// Reads a number of seconds.
  ///
  /// - Throws: `DecodingError` for one that is negative or not finite.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let seconds = try container.decode(Double.self)
    guard seconds >= 0, seconds.isFinite else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "time is \(seconds) s; it must be finite and at least 0")
    }
    self.init(seconds: seconds)
  }

  /// Writes the seconds, as one number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(seconds)
  }
}
