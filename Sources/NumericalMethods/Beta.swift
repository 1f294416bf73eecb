import CGSL

/// The beta distribution on `0...1`.
public struct Beta: Sendable, Hashable {
  /// The first shape α.
  public let alpha: Double

  /// The second shape β.
  public let beta: Double

  /// Creates the distribution with density proportional to x^(α-1) (1-x)^(β-1).
  ///
  /// - Precondition: Both shapes are above 0 and at most 500 000. Probabilities have a relative error below 1e-8
  ///   up to there; at twice as much GSL finds no value near the mean.
  public init(alpha: Double, beta: Double) {
    precondition(alpha > 0 && alpha <= 500_000, "alpha is \(alpha); it must be above 0 and at most 500000")
    precondition(beta > 0 && beta <= 500_000, "beta is \(beta); it must be above 0 and at most 500000")
    self.alpha = alpha
    self.beta = beta
  }

  /// Returns P(X ≤ x), the regularised incomplete beta function: 0 below 0, 1 above 1.
  ///
  /// - Precondition: `x` is not NaN.
  public func cumulative(_ x: Double) -> Double {
    precondition(!x.isNaN, "x is \(x); it must be a number")
    return GSL.probability("Beta(\(alpha), \(beta)) up to \(x)") { gsl_cdf_beta_P(x, alpha, beta) }
  }

  /// Returns P(X > x): 1 below 0, 0 above 1.
  ///
  /// - Precondition: `x` is not NaN.
  public func upperTail(_ x: Double) -> Double {
    precondition(!x.isNaN, "x is \(x); it must be a number")
    return GSL.probability("Beta(\(alpha), \(beta)) above \(x)") { gsl_cdf_beta_Q(x, alpha, beta) }
  }

  /// Returns the x in `0...1` with P(X ≤ x) = `probability`.
  ///
  /// - Precondition: `probability` is in `0...1`.
  public func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "probability is \(probability); it must be in 0...1")
    if probability == 1 { return 1 }
    return BitPatternBisection.least(upTo: 1) { cumulative($0) >= probability } ?? 1
  }

  /// Returns the x in `0...1` with P(X > x) = `probability`.
  ///
  /// - Precondition: `probability` is in `0...1`.
  public func quantile(upperTail probability: Double) -> Double {
    precondition((0...1).contains(probability), "probability is \(probability); it must be in 0...1")
    if probability == 0 { return 1 }
    return BitPatternBisection.least(upTo: 1) { upperTail($0) <= probability } ?? 1
  }
}
