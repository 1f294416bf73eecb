/// Count, mean, variance, extremes and sum of a series of values, in one pass.
///
/// Welford (1962), Technometrics 4:419–420: stable where the plain sum of squares cancels. Every result has the unit of
/// the values, the variance its square. The relative error of the mean is of the order of count · 2⁻⁵³ at worst, mostly
/// far less; that of the variance grows with |mean| / standard deviation, where plain sums of squares grow with its
/// square.
///
/// Successive waits of a run depend on each other, so `variance / count` is not the variance of their mean:
/// ``BatchTally`` estimates that.
@frozen
public struct Tally: Sendable, Hashable {
  @usableFromInline var recorded = 0
  // 0 where there are no values, so that equal tallies compare equal: NaN would not.
  @usableFromInline var center = 0.0
  @usableFromInline var squares = 0.0
  @usableFromInline var total = 0.0
  @usableFromInline var least = Double.infinity
  @usableFromInline var greatest = -Double.infinity

  @inlinable
  public init() {}

  /// How many values were recorded.
  @inlinable public var count: Int { recorded }
  /// Of all values, in their unit; NaN before the first.
  @inlinable public var mean: Double { recorded > 0 ? center : .nan }
  /// Of all values, in their unit; exact for whole numbers up to 2⁵³; 0 before the first.
  @inlinable public var sum: Double { total }
  /// The smallest value; ∞ before the first.
  @inlinable public var minimum: Double { least }
  /// The largest value; -∞ before the first.
  @inlinable public var maximum: Double { greatest }
  /// The sample variance (divisor n - 1), or NaN below two values.
  @inlinable public var variance: Double { recorded > 1 ? squares / Double(recorded - 1) : .nan }
  /// The root of the sample variance, or NaN below two values.
  @inlinable public var standardDeviation: Double { variance.squareRoot() }

  /// Takes in one value.
  ///
  /// - Precondition: `value` is finite.
  /// - Complexity: O(1); no value is kept.
  @inlinable
  public mutating func record(_ value: Double) {
    requireFinite(value)
    recorded += 1
    let before = value - center
    center += before / Double(recorded)
    squares += before * (value - center)
    total += value
    if value < least { least = value }
    if value > greatest { greatest = value }
  }

  /// Takes in all values that another tally has taken in.
  ///
  /// Chan, Golub and LeVeque (1983), The American Statistician 37:242–247: with n = n₁ + n₂ and δ the difference of the
  /// means, the squares are S₁ + S₂ + δ² n₁ n₂ / n. Equal to recording them one by one, but for rounding.
  ///
  /// - Complexity: O(1).
  @inlinable
  public mutating func merge(_ other: Tally) {
    guard other.recorded > 0 else { return }
    guard recorded > 0 else {
      self = other
      return
    }
    let both = Double(recorded + other.recorded)
    let difference = other.center - center
    let share = Double(other.recorded) / both
    squares += other.squares + difference * difference * Double(recorded) * share
    center += difference * share
    recorded += other.recorded
    total += other.total
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
  }

  /// Forgets all values.
  @inlinable
  public mutating func reset() { self = Tally() }
}

extension Tally: Monitor {
  @inlinable
  public mutating func record(_ value: Double, at time: SimulationTime) { record(value) }

  @inlinable
  public mutating func reset(at time: SimulationTime) { reset() }
}

extension Tally: Codable {
  private enum CodingKeys: String, CodingKey { case count, mean, squares, sum, minimum, maximum }

  /// - Throws: `DecodingError` where a part is missing, or is nothing that this type can have written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    recorded = try container.decode(Int.self, forKey: .count)
    try container.require(recorded >= 0, .count, "count is \(recorded); it must be at least 0")
    center = try container.decodeExactly(forKey: .mean)
    squares = try container.decodeExactly(forKey: .squares)
    total = try container.decodeExactly(forKey: .sum)
    least = try container.decodeExactly(forKey: .minimum)
    greatest = try container.decodeExactly(forKey: .maximum)
  }

  /// Writes numbers that JSON has as well; they come back to the bit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(recorded, forKey: .count)
    try container.encodeExactly(center, forKey: .mean)
    try container.encodeExactly(squares, forKey: .squares)
    try container.encodeExactly(total, forKey: .sum)
    try container.encodeExactly(least, forKey: .minimum)
    try container.encodeExactly(greatest, forKey: .maximum)
  }
}
