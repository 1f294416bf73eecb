/// Weight, mean, variance, extremes and weighted sum of values that count by a weight, such as the time they held.
///
/// West (1979), Communications of the ACM 22:532–535: with W the weight so far, a value x of weight w moves the mean by
/// (x - m) w / W, and adds w (W - w)/W (x - m)² to the squares. Results have the unit of the values; `weight` has that
/// of the weights, and `sum` the product of both.
///
/// What ``TimeWeightedAverage/tally(until:)`` returns: the summaries of several runs merge into one.
@frozen
public struct WeightedTally: Sendable, Hashable {
  @usableFromInline var mass = 0.0
  @usableFromInline var center = 0.0
  @usableFromInline var squares = 0.0
  @usableFromInline var total = 0.0
  @usableFromInline var least = Double.infinity
  @usableFromInline var greatest = -Double.infinity

  @inlinable
  public init() {}

  /// The sum of all weights, at least 0.
  @inlinable public var weight: Double { mass }
  /// The sum of weight times value; 0 before the first.
  @inlinable public var sum: Double { total }
  /// The weighted mean; NaN before the first weight.
  @inlinable public var mean: Double { mass > 0 ? center : .nan }
  /// The weighted mean square deviation from the mean, divisor W; NaN before the first weight.
  @inlinable public var variance: Double { mass > 0 ? squares / mass : .nan }
  /// The root of the variance.
  @inlinable public var standardDeviation: Double { variance.squareRoot() }
  /// The smallest value that has a weight; ∞ before the first.
  @inlinable public var minimum: Double { least }
  /// The largest value that has a weight; -∞ before the first.
  @inlinable public var maximum: Double { greatest }

  /// Takes in one value; a weight of 0 changes nothing.
  ///
  /// - Precondition: `value` is finite, `weight` is finite and at least 0.
  /// - Complexity: O(1).
  @inlinable
  public mutating func record(_ value: Double, weight: Double) {
    requireFinite(value)
    precondition(weight >= 0 && weight.isFinite, "a weight is \(weight); it must be finite and at least 0")
    if weight == 0 { return }
    mass += weight
    let before = value - center
    center += before * (weight / mass)
    squares += weight * before * (value - center)
    total += weight * value
    if value < least { least = value }
    if value > greatest { greatest = value }
  }

  /// Takes in all that another tally has taken in; equal to recording it value by value, but for rounding.
  ///
  /// - Complexity: O(1).
  @inlinable
  public mutating func merge(_ other: WeightedTally) {
    guard other.mass > 0 else { return }
    guard mass > 0 else {
      self = other
      return
    }
    let difference = other.center - center
    let share = other.mass / (mass + other.mass)
    squares += other.squares + difference * difference * mass * share
    center += difference * share
    mass += other.mass
    total += other.total
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
  }
}

extension WeightedTally: Codable {
  private enum CodingKeys: String, CodingKey { case weight, mean, squares, sum, minimum, maximum }

  /// - Throws: `DecodingError` where a part is missing, or is nothing that this type can have written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    mass = try container.decodeExactly(forKey: .weight)
    try container.require(mass >= 0, .weight, "weight is \(mass); it must be at least 0")
    center = try container.decodeExactly(forKey: .mean)
    squares = try container.decodeExactly(forKey: .squares)
    total = try container.decodeExactly(forKey: .sum)
    least = try container.decodeExactly(forKey: .minimum)
    greatest = try container.decodeExactly(forKey: .maximum)
  }

  /// Writes numbers that JSON has as well; they come back to the bit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeExactly(mass, forKey: .weight)
    try container.encodeExactly(center, forKey: .mean)
    try container.encodeExactly(squares, forKey: .squares)
    try container.encodeExactly(total, forKey: .sum)
    try container.encodeExactly(least, forKey: .minimum)
    try container.encodeExactly(greatest, forKey: .maximum)
  }
}
