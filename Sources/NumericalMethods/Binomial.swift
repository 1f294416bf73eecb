import CGSL

/// The binomial distribution: the number of successes in independent trials of one probability.
public struct Binomial: Sendable, Hashable {
  /// The number of trials n.
  public let trials: Int

  /// The probability p of a success in one trial.
  public let probability: Double

  /// Creates the distribution of the successes in `trials` trials.
  ///
  /// - Precondition: `trials` is in `0...500 000`, the limit of `Beta`, through which GSL computes the sums, and
  ///   `probability` in `0...1`.
  public init(trials: Int, probability: Double) {
    precondition((0...500_000).contains(trials), "trials is \(trials); it must be in 0...500000")
    precondition((0...1).contains(probability), "probability is \(probability); it must be in 0...1")
    self.trials = trials
    self.probability = probability
  }

  /// Returns P(X ≤ k): 0 for a negative k, 1 from `trials` on.
  public func cumulative(_ k: Int) -> Double {
    if k < 0 { return 0 }
    if k >= trials { return 1 }
    return GSL.probability("Binomial(\(trials), \(probability)) up to \(k)") {
      gsl_cdf_binomial_P(UInt32(k), probability, UInt32(trials))
    }
  }

  /// Returns P(X > k), k itself not counted: 1 for a negative k, 0 from `trials` on.
  public func upperTail(_ k: Int) -> Double {
    if k < 0 { return 1 }
    if k >= trials { return 0 }
    return GSL.probability("Binomial(\(trials), \(probability)) above \(k)") {
      gsl_cdf_binomial_Q(UInt32(k), probability, UInt32(trials))
    }
  }
}
