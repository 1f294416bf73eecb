/// Count, mean and variance of a sample, updated value by value.
///
/// The recurrence of Welford (1962), Technometrics 4:419-420: no large sums of squares are subtracted, so the variance
/// keeps its digits where the mean is large. The same values in the same order give the same bits; equal values give
/// a variance of exactly 0.
public struct SampleMoments: Sendable, Hashable {
  /// The number of values recorded.
  public private(set) var n = 0

  private var runningMean = 0.0
  private var squares = 0.0

  /// Creates the moments of an empty sample.
  public init() {}

  /// Creates the moments of the values, recorded in their order.
  ///
  /// - Precondition: Every value is finite.
  public init(_ values: some Sequence<Double>) {
    for value in values { record(value) }
  }

  /// Adds one value to the sample.
  ///
  /// - Precondition: `value` is finite.
  public mutating func record(_ value: Double) {
    precondition(value.isFinite, "value \(n) is \(value); it must be finite")
    n += 1
    let deviation = value - runningMean
    runningMean += deviation / Double(n)
    squares += deviation * (value - runningMean)
  }

  /// The mean of the values.
  ///
  /// - Precondition: At least one value was recorded.
  public var mean: Double {
    precondition(n >= 1, "n is \(n); a mean needs at least 1 value")
    return runningMean
  }

  /// The variance with n - 1 in the denominator, or `nil` below two values.
  public var variance: Double? {
    n >= 2 ? squares / Double(n - 1) : nil
  }

  /// The standard deviation s, the root of `variance`, or `nil` below two values.
  public var standardDeviation: Double? {
    variance?.squareRoot()
  }

  /// The standard error of the mean s / √n, or `nil` below two values.
  public var standardError: Double? {
    standardDeviation.map { $0 / Double(n).squareRoot() }
  }
}
