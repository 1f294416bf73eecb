import CGSL

/// The standard normal distribution.
public enum Normal {
  /// Returns Φ(x) = P(Z ≤ x).
  ///
  /// - Parameter x: Any number, infinities included.
  /// - Precondition: `x` is not NaN.
  public static func cumulative(_ x: Double) -> Double { upperTail(-x) }

  /// Returns P(Z > x), with full relative accuracy where it is small.
  ///
  /// - Parameter x: Any number, infinities included.
  /// - Precondition: `x` is not NaN.
  public static func upperTail(_ x: Double) -> Double {
    precondition(!x.isNaN, "x is \(x); it must be a number")
    return GSL.probability("Normal above \(x)") { gsl_cdf_ugaussian_Q(x) }
  }

  /// Returns Φ⁻¹, the x with P(Z ≤ x) = `probability`; -∞ at 0 and +∞ at 1.
  ///
  /// - Precondition: `probability` is in `0...1`.
  public static func quantile(_ probability: Double) -> Double {
    probability < 0.5 ? -quantile(upperTail: probability) : quantile(upperTail: 1 - probability)
  }

  /// Returns the x with P(Z > x) = `probability`; +∞ at 0 and -∞ at 1.
  ///
  /// - Precondition: `probability` is in `0...1`.
  public static func quantile(upperTail probability: Double) -> Double {
    precondition((0...1).contains(probability), "probability is \(probability); it must be in 0...1")
    if probability > 0.5 { return -quantile(upperTail: 1 - probability) }
    if probability == 0.5 { return 0 }
    if probability == 0 { return .infinity }
    // The tail is below every positive number from 39 on.
    return BitPatternBisection.least(upTo: 40) { upperTail($0) <= probability } ?? .infinity
  }
}
