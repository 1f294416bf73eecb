/// A length of simulated time, in seconds.
///
/// It is another type than `Swift.Duration`, which measures the time of the world outside; the two meet only in
/// `SimulationClock`. A duration may be negative, but nothing can be scheduled after a negative one.
@frozen
public struct SimulationDuration: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// May be negative.
  public let seconds: Double

  @inlinable
  public init(seconds: Double) {
    self.seconds = seconds
  }

  /// Takes over a duration of the outside world; exact to the nearest `Double`, a relative error below 2⁻⁵².
  @inlinable
  public init(_ duration: Duration) {
    let (seconds, attoseconds) = duration.components
    self.init(seconds: Double(seconds) + Double(attoseconds) * 1e-18)
  }

  /// Makes a duration at the place of use: `.seconds(30)`.
  @inlinable
  public static func seconds(_ value: Double) -> SimulationDuration { SimulationDuration(seconds: value) }

  public static let zero = SimulationDuration(seconds: 0)

  @inlinable
  public static func < (lhs: SimulationDuration, rhs: SimulationDuration) -> Bool { lhs.seconds < rhs.seconds }

  @inlinable
  public static func + (lhs: SimulationDuration, rhs: SimulationDuration) -> SimulationDuration {
    SimulationDuration(seconds: lhs.seconds + rhs.seconds)
  }

  @inlinable
  public static func - (lhs: SimulationDuration, rhs: SimulationDuration) -> SimulationDuration {
    SimulationDuration(seconds: lhs.seconds - rhs.seconds)
  }
}

extension Duration {
  /// The same length as a duration of the outside world, rounded to an attosecond.
  public init(_ duration: SimulationDuration) {
    self = .seconds(duration.seconds)
  }
}
