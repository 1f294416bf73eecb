import NumericalMethods

/// A mean with Student's t interval around it.
///
/// `mean ± t · s / √n` with n - 1 degrees of freedom. The interval has its level where the values are independent and
/// near normal, or n is large.
///
/// One value says nothing about the spread, so its interval is unbounded: `low` is -∞ and `high` is +∞. Values that
/// are all equal give an interval of width 0, which says that no spread was seen, not that there is none.
public struct MeanEstimate: Sendable, Hashable {
  /// The mean of the values, in their unit.
  public let mean: Double

  /// The lower end of the interval; -∞ for one value.
  public let low: Double

  /// The upper end of the interval; +∞ for one value.
  public let high: Double

  /// The confidence level, above 0 and below 1.
  public let level: Double

  /// The number of values.
  public let n: Int

  /// The standard deviation of the values with n - 1 in the denominator; `nil` for one value.
  public let standardDeviation: Double?

  /// Creates the estimate of the mean of a sample.
  ///
  /// - Parameters:
  ///   - moments: The sample's moments.
  ///   - level: The confidence level, above 0 and below 1.
  /// - Precondition: The sample has at least one value.
  public init(_ moments: SampleMoments, level: Double) {
    let tail = ConfidenceLevel.tail(level)
    mean = moments.mean
    n = moments.n
    standardDeviation = moments.standardDeviation
    self.level = level
    let halfWidth =
      moments.standardError.map { error in
        error * StudentT(degreesOfFreedom: Double(moments.n - 1)).quantile(upperTail: tail)
      } ?? .infinity
    low = mean - halfWidth
    high = mean + halfWidth
  }

  /// Creates the estimate of the mean of the values.
  ///
  /// - Parameters:
  ///   - values: The values, independent of each other.
  ///   - level: The confidence level, above 0 and below 1.
  /// - Precondition: There is at least one value, and every value is finite.
  public init(of values: some Sequence<Double>, level: Double) {
    self.init(SampleMoments(values), level: level)
  }

  /// Half the width of the interval, in the unit of the values; +∞ for one value.
  public var halfWidth: Double { (high - low) / 2 }
}
