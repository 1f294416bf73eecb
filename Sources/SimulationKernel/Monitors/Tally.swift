/// Count, mean and variance of a series of values, in one pass.
///
/// Welford (1962), Technometrics 4:419–420: stable where the plain sum of squares cancels.
@frozen
public struct Tally: Sendable, Hashable {
  /// How many values were recorded.
  public private(set) var count = 0
  /// Of all values, in their unit; 0 before the first.
  public private(set) var mean = 0.0
  private var squares = 0.0
  /// The largest value; -∞ before the first.
  public private(set) var maximum = -Double.infinity

  public init() {}

  /// Takes in one value.
  ///
  /// - Complexity: O(1); no value is kept.
  public mutating func record(_ value: Double) {
    count += 1
    let before = value - mean
    mean += before / Double(count)
    squares += before * (value - mean)
    maximum = max(maximum, value)
  }

  /// The sample variance (divisor n - 1), or NaN below two values.
  public var variance: Double { count > 1 ? squares / Double(count - 1) : .nan }
}
