import Foundation

/// An estimate as a figure's labels write it.
public enum EstimateText {
  /// Returns "410 ± 12": the half-width with two significant digits, and the mean to the same place.
  ///
  /// An interval that is not symmetric is written by its ends. Where there is none, the label says so.
  public static func label(_ estimate: Estimate, isSigned: Bool = false) -> String {
    guard estimate.mean.isFinite else { return "no value" }
    guard estimate.hasInterval else {
      return NumberText.plain(estimate.mean, significant: 4, isSigned: isSigned) + " (no interval, n = 1)"
    }
    let half = (estimate.high - estimate.low) / 2
    // Sums in another order leave the last bits different: an interval of that width is none.
    guard half > abs(estimate.mean) * 1e-12 else {
      return NumberText.plain(estimate.mean, significant: 6, isSigned: isSigned) + " ± 0"
    }
    let scale = commonExponent(of: estimate.mean, half: half)
    let divided = scale.map { pow(10, Double($0)) } ?? 1
    let decimals = NumberText.decimals(forHalfWidth: half / divided)
    func text(_ value: Double, _ isSigned: Bool) -> String {
      NumberText.fixed(value / divided, decimals: decimals, isSigned: isSigned)
    }
    let skew = abs((estimate.high - estimate.mean) - (estimate.mean - estimate.low))
    let interval =
      skew <= 0.2 * half
      ? "\(text(estimate.mean, isSigned)) ± \(text(half, false))"
      : "\(text(estimate.mean, isSigned)) [\(text(estimate.low, isSigned)), \(text(estimate.high, isSigned))]"
    return scale.map { "(\(interval))" + NumberText.power($0) } ?? interval
  }

  /// The power of ten to write in front, or `nil` for the sizes that people read without one.
  private static func commonExponent(of mean: Double, half: Double) -> Int? {
    let magnitude = NumberText.exponent(of: max(abs(mean), half))
    let isEveryday = magnitude <= 9 && NumberText.decimals(forHalfWidth: half) <= 7
    return isEveryday ? nil : magnitude
  }
}
