import CGSL

/// Student's t distribution.
public struct StudentT: Sendable, Hashable {
  /// The degrees of freedom ν ≥ 1, not necessarily whole.
  public let degreesOfFreedom: Double

  /// Creates the distribution with ν degrees of freedom.
  ///
  /// - Precondition: `degreesOfFreedom` is finite and at least 1.
  public init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom >= 1 && degreesOfFreedom.isFinite,
      "degreesOfFreedom is \(degreesOfFreedom); it must be finite and at least 1")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Returns P(T ≤ x).
  ///
  /// - Parameter x: Any number, infinities included.
  /// - Precondition: `x` is not NaN.
  public func cumulative(_ x: Double) -> Double { upperTail(-x) }

  /// Returns P(T > x), with a relative error below 1e-9 where it is above 1e-12 and below 1e-6 where it is smaller.
  ///
  /// - Parameter x: Any number, infinities included. Beyond 1e154, where x² overflows, the result is 0.
  /// - Precondition: `x` is not NaN.
  public func upperTail(_ x: Double) -> Double {
    precondition(!x.isNaN, "x is \(x); it must be a number")
    return GSL.probability("StudentT(\(degreesOfFreedom)) above \(x)") { gsl_cdf_tdist_Q(x, degreesOfFreedom) }
  }

  /// Returns the x with P(T ≤ x) = `probability`; -∞ at 0 and +∞ at 1.
  ///
  /// - Precondition: `probability` is in `0...1`, and where it is not 0, at least 1e-150.
  public func quantile(_ probability: Double) -> Double {
    probability < 0.5 ? -quantile(upperTail: probability) : quantile(upperTail: 1 - probability)
  }

  /// Returns the x with P(T > x) = `probability`; +∞ at 0 and -∞ at 1.
  ///
  /// A tail of 1e-20 can be asked for here; `quantile(_:)` would be given 1.
  ///
  /// - Precondition: `probability` is in `0...1`, and where it is not 0, at least 1e-150.
  public func quantile(upperTail probability: Double) -> Double {
    precondition(
      probability == 0 || (1e-150...1).contains(probability),
      "probability is \(probability); it must be 0 or in 1e-150...1")
    if probability > 0.5 { return -quantile(upperTail: 1 - probability) }
    if probability == 0.5 { return 0 }
    if probability == 0 { return .infinity }
    return BitPatternBisection.least(upTo: .greatestFiniteMagnitude) { upperTail($0) <= probability } ?? .infinity
  }
}
