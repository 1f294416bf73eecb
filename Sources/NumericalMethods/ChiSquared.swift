import CGSL

/// The chi-squared distribution.
public struct ChiSquared: Sendable, Hashable {
  /// The degrees of freedom ν, not necessarily whole.
  public let degreesOfFreedom: Double

  /// Creates the distribution with ν degrees of freedom.
  ///
  /// - Precondition: `degreesOfFreedom` is above 0 and at most 100 000. Probabilities have a relative error below
  ///   1e-9 up to there; at 1e7 GSL is wrong in the third digit.
  public init(degreesOfFreedom: Double) {
    precondition(
      degreesOfFreedom > 0 && degreesOfFreedom <= 100_000,
      "degreesOfFreedom is \(degreesOfFreedom); it must be above 0 and at most 100000")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// Returns P(X ≤ x): 0 below 0.
  ///
  /// - Precondition: `x` is not NaN.
  public func cumulative(_ x: Double) -> Double {
    precondition(!x.isNaN, "x is \(x); it must be a number")
    if x == .infinity { return 1 }
    return GSL.probability("ChiSquared(\(degreesOfFreedom)) up to \(x)") { gsl_cdf_chisq_P(x, degreesOfFreedom) }
  }

  /// Returns P(X > x): 1 below 0.
  ///
  /// - Precondition: `x` is not NaN.
  public func upperTail(_ x: Double) -> Double {
    precondition(!x.isNaN, "x is \(x); it must be a number")
    if x == .infinity { return 0 }
    return GSL.probability("ChiSquared(\(degreesOfFreedom)) above \(x)") { gsl_cdf_chisq_Q(x, degreesOfFreedom) }
  }

  /// Returns the x ≥ 0 with P(X ≤ x) = `probability`; +∞ at 1.
  ///
  /// - Precondition: `probability` is in `0...1`.
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "probability is \(probability); it must be in 0...1")
    if probability == 1 { return .infinity }
    return BitPatternBisection.least(upTo: Self.bound) { cumulative($0) >= probability } ?? .infinity
  }

  /// Returns the x ≥ 0 with P(X > x) = `probability`; +∞ at 0.
  ///
  /// - Precondition: `probability` is in `0...1`.
  public func quantile(upperTail probability: Double) -> Double {
    precondition((0...1).contains(probability), "probability is \(probability); it must be in 0...1")
    if probability == 0 { return .infinity }
    return BitPatternBisection.least(upTo: Self.bound) { upperTail($0) <= probability } ?? .infinity
  }

  /// A number above which no tail can be told from 0, for any ν that is allowed.
  private static let bound = 1e6
}
