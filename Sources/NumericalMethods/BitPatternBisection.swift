/// Bisection over the floating-point numbers themselves, with which the quantiles here invert a tail probability.
///
/// Non-negative numbers are ordered like their bit patterns, so halving a range of patterns ends at two neighbouring
/// numbers after at most 63 steps and finds 1e-18 with as many digits as 0.5. It needs nothing but monotony.
///
/// GSL's own quantiles are not used where this stands. In GSL 2.7.1 `gsl_cdf_beta_Qinv(0.0005, 2, 999)` and
/// `gsl_cdf_beta_Pinv(0.005, 2500, 2501)` are NaN, which are limits of ordinary Clopper-Pearson intervals, and
/// `gsl_cdf_beta_Pinv(0.025, 5e6, 5e6 + 1)` does not return; `gsl_cdf_tdist_Qinv(1e-12, 1)` has five correct digits.
/// The probabilities that they invert are right.
enum BitPatternBisection {
  /// Returns the least number in `0...bound` for which the condition holds, or `nil` where it holds for none.
  ///
  /// - Parameters:
  ///   - bound: The largest number tried, at least 0 and finite.
  ///   - holds: A condition that holds for every number above one for which it holds.
  /// - Complexity: At most 65 evaluations of the condition.
  static func least(upTo bound: Double, where holds: (Double) -> Bool) -> Double? {
    guard holds(bound) else { return nil }
    guard !holds(0) else { return 0 }
    var below: UInt64 = 0
    var reached = bound.bitPattern
    while reached - below > 1 {
      let middle = below + (reached - below) / 2
      if holds(Double(bitPattern: middle)) { reached = middle } else { below = middle }
    }
    return Double(bitPattern: reached)
  }
}
