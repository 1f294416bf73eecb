import NumericalMethods

/// A proportion of successes in independent trials, with an interval around it.
public struct ProportionInterval: Sendable, Hashable {
  /// The number of successes.
  public let successes: Int

  /// The number of trials.
  public let trials: Int

  /// The lower end of the interval, in `0...1`; exactly 0 without successes.
  public let low: Double

  /// The upper end of the interval, in `0...1`; exactly 1 without failures.
  public let high: Double

  /// The confidence level, above 0 and below 1.
  public let level: Double

  /// The proportion seen, in `0...1`. Wilson's interval is not centred on it.
  public var estimate: Double { Double(successes) / Double(trials) }

  /// Returns the score interval of Wilson (1927), J. Amer. Statist. Assoc. 22:209-212, without continuity correction.
  ///
  /// The one to report: its coverage is near the level on average, also for small numbers and near 0 and 1.
  ///
  /// - Parameters:
  ///   - successes: The number of successes.
  ///   - trials: The number of trials.
  ///   - level: The confidence level, above 0 and below 1.
  /// - Precondition: `trials` is at least 1, and `successes` in `0...trials`.
  public static func wilson(_ successes: Int, of trials: Int, level: Double) -> ProportionInterval {
    let tail = checkedTail(successes, trials, level)
    let z = Normal.quantile(upperTail: tail)
    let n = Double(trials)
    let p = Double(successes) / n
    let shrinkage = 1 + z * z / n
    let centre = (p + z * z / (2 * n)) / shrinkage
    let halfWidth = z / shrinkage * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return ProportionInterval(
      successes: successes, trials: trials,
      // At the ends the formula gives 0 and 1 but for rounding.
      low: successes == 0 ? 0 : max(0, centre - halfWidth),
      high: successes == trials ? 1 : min(1, centre + halfWidth), level: level)
  }

  /// Returns the exact interval of Clopper and Pearson (1934), Biometrika 26:404-413.
  ///
  /// The one to test with: its coverage is never below the level, whatever the proportion.
  ///
  /// - Parameters:
  ///   - successes: The number of successes.
  ///   - trials: The number of trials.
  ///   - level: The confidence level, above 0 and below 1.
  /// - Precondition: `trials` is in `1...500 000`, and `successes` in `0...trials`.
  public static func clopperPearson(_ successes: Int, of trials: Int, level: Double) -> ProportionInterval {
    let tail = checkedTail(successes, trials, level)
    precondition(trials <= 500_000, "trials is \(trials); it must be at most 500000")
    let k = Double(successes)
    let failures = Double(trials - successes)
    return ProportionInterval(
      successes: successes, trials: trials,
      low: successes == 0 ? 0 : Beta(alpha: k, beta: failures + 1).quantile(tail),
      high: successes == trials ? 1 : Beta(alpha: k + 1, beta: failures).quantile(upperTail: tail), level: level)
  }

  private static func checkedTail(_ successes: Int, _ trials: Int, _ level: Double) -> Double {
    precondition(trials >= 1, "trials is \(trials); it must be at least 1")
    precondition((0...trials).contains(successes), "successes is \(successes); it must be in 0...\(trials)")
    return ConfidenceLevel.tail(level)
  }
}
