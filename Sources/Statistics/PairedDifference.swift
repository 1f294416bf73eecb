import NumericalMethods

/// The difference between two design points whose replications are paired by common random numbers.
///
/// The paired t test on `first - second`: the difference is positive where the first is larger. The unit is the
/// replication: values of one replication that belong together are averaged before they come here.
///
/// Departures from the textbook, where it has no answer:
/// - All differences are equal and not 0: the interval has width 0 and `effectSize` is `nil`. The t test has no
///   answer, so `pValue` is that of the sign test, 2¹⁻ⁿ: few replications of a coarse metric agree by chance.
/// - All differences are 0: as above with `pValue` 1.
/// - One replication: `pValue` is 1 and the interval unbounded.
/// - A standard deviation within the rounding of the values (4 units in the last place of the largest) counts as 0,
///   and so does then a mean: 0.3 - 0.2 and 0.2 - 0.1 are the same difference, and 0.1 + 0.2 is no larger than 0.3.
public struct PairedDifference: Sendable, Hashable {
  /// The number of paired replications.
  public let n: Int

  /// The mean of `first - second`, in the unit of the values.
  public let mean: Double

  /// The lower end of the t interval of the mean; -∞ for one replication.
  public let low: Double

  /// The upper end of the t interval of the mean; +∞ for one replication.
  public let high: Double

  /// The confidence level of the interval, above 0 and below 1.
  public let level: Double

  /// The two-sided p value of the paired t test of "the mean difference is 0".
  public let pValue: Double

  /// The standardised mean difference d_z: the mean over the standard deviation of the differences.
  ///
  /// `nil` where that deviation is 0 or there is one replication. It is no Cohen's d of independent groups: the better
  /// the pairing, the larger it is for the same mean.
  public let effectSize: Double?

  /// Pearson's correlation between the two, in `-1...1`; `nil` where one of them does not vary.
  public let correlation: Double?

  /// var(first - second) / (var first + var second): what common random numbers saved.
  ///
  /// 1 is what independent replications give, 0.1 a tenth of the variance and so of the replications; above 1 the
  /// pairing did harm. `nil` where neither varies.
  public let varianceRatio: Double?

  /// Creates the comparison of two samples of equal length.
  ///
  /// - Parameters:
  ///   - first: One value a replication.
  ///   - second: The values of the same replications in the same order.
  ///   - level: The confidence level of the interval, above 0 and below 1.
  /// - Precondition: Both have the same number of values, at least 1, and all are finite.
  public init(_ first: [Double], _ second: [Double], level: Double) {
    precondition(
      first.count == second.count,
      "first has \(first.count) values and second \(second.count); paired samples have equally many")
    precondition(!first.isEmpty, "first has 0 values; a paired difference needs at least 1")
    let rounding = 4 * Double.ulpOfOne * zip(first, second).reduce(0) { max($0, abs($1.0), abs($1.1)) }
    let moments = SampleMoments(zip(first, second).map { $0 - $1 })
    let varies = moments.standardDeviation.map { $0 > rounding } ?? false
    // Differences that are equal but for rounding are replaced by one value, whose variance is exactly 0.
    let common = abs(moments.mean) <= rounding ? 0 : moments.mean
    let estimate = MeanEstimate(
      varies ? moments : SampleMoments(repeatElement(common, count: moments.n)), level: level)
    n = estimate.n
    mean = estimate.mean
    low = estimate.low
    high = estimate.high
    self.level = level
    let deviation = varies ? moments.standardDeviation : nil
    effectSize = deviation.map { estimate.mean / $0 }
    pValue = Self.pValue(estimate)
    let spread = Self.spread(first, second)
    correlation = spread.correlation
    varianceRatio = spread.total > 0 ? (deviation.map { $0 * $0 } ?? 0) / spread.total : nil
  }

  private static func pValue(_ difference: MeanEstimate) -> Double {
    guard let deviation = difference.standardDeviation else { return 1 }
    guard deviation > 0 else { return difference.mean == 0 ? 1 : signTest(difference.n) }
    let t = abs(difference.mean) / (deviation / Double(difference.n).squareRoot())
    return min(1, 2 * StudentT(degreesOfFreedom: Double(difference.n - 1)).upperTail(t))
  }

  /// The two-sided p value of n differences of one sign: 2 · 2⁻ⁿ.
  private static func signTest(_ n: Int) -> Double { Double(sign: .plus, exponent: 1 - min(n, 1_000), significand: 1) }

  /// The sum of the two variances, and Pearson's correlation where both are above 0.
  private static func spread(_ first: [Double], _ second: [Double]) -> (total: Double, correlation: Double?) {
    let a = SampleMoments(first)
    let b = SampleMoments(second)
    guard let varianceA = a.variance, let varianceB = b.variance else { return (0, nil) }
    let total = varianceA + varianceB
    guard varianceA > 0 && varianceB > 0 else { return (total, nil) }
    let products = zip(first, second).reduce(0) { $0 + ($1.0 - a.mean) * ($1.1 - b.mean) }
    let covariance = products / Double(a.n - 1)
    let correlation = covariance / (varianceA.squareRoot() * varianceB.squareRoot())
    return (total, min(max(correlation, -1), 1))
  }

  /// The same comparison seen from the other side: second - first.
  public var negated: PairedDifference { PairedDifference(negating: self) }

  private init(negating other: PairedDifference) {
    n = other.n
    mean = -other.mean
    low = -other.high
    high = -other.low
    level = other.level
    pValue = other.pValue
    effectSize = other.effectSize.map { -$0 }
    correlation = other.correlation
    varianceRatio = other.varianceRatio
  }
}
