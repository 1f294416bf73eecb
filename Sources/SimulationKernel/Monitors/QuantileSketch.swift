/// Quantiles of a series of values to a guaranteed relative error, in bounded memory.
///
/// Every power of two is split into 2ᵐ counters of equal width, addressed by the leading bits of the number: as in
/// HdrHistogram (Tene), and with the guarantee of DDSketch (Masson, Rim and Lee, 2019, PVLDB 12:2195–2205). A counter
/// answers with its middle, which is within 2⁻⁽ᵐ⁺¹⁾ of every value in it, relatively. No function of a library of
/// mathematics is called: the same values give the same bits on every machine, in any order, merged or not.
///
/// - Guarantee: ``quantile(_:)`` differs from the value of that rank by at most ``relativeError`` times its magnitude,
///   and by less than ``smallest`` where the magnitude is below that.
/// - Memory: 8 bytes · 2ᵐ for every power of two between the least and the greatest magnitude, for each sign: at 1 %
///   512 bytes a doubling, so 15 KB for a range of 10⁹, and 2 MB where values fill the whole range of `Double`.
public struct QuantileSketch: Sendable, Hashable {
  // m: counters in a power of two are 2ᵐ.
  @usableFromInline let precision: Int
  /// Values of a smaller magnitude than this count as 0; at least the least normal number, in the unit of the values.
  public let smallest: Double
  @usableFromInline var positive = OctaveCounts()
  @usableFromInline var negative = OctaveCounts()
  @usableFromInline var zeros = 0
  @usableFromInline var recorded = 0
  @usableFromInline var least = Double.infinity
  @usableFromInline var greatest = -Double.infinity

  /// - Parameters:
  ///   - relativeError: The largest relative error of a quantile, in `0.001...0.25`; rounded down to a power of two.
  ///   - smallest: Values of a smaller magnitude count as 0; what is below the least normal number does so anyhow. A
  ///     sensible limit (a nanosecond) bounds the memory that values near 0 would take.
  public init(relativeError: Double = 0.01, smallest: Double = .leastNormalMagnitude) {
    precondition(
      relativeError >= 0.001 && relativeError <= 0.25,
      "the relative error is \(relativeError); it must be in 0.001...0.25")
    precondition(smallest.isFinite, "smallest is \(smallest); it must be finite")
    // The exponent of a number is exact: the greatest power of two that does not exceed it.
    self.init(precision: -Int(relativeError.exponent) - 1, smallest: smallest)
  }

  init(precision: Int, smallest: Double) {
    self.precision = precision
    self.smallest = max(smallest, .leastNormalMagnitude)
  }

  /// The guaranteed relative error of a quantile: 2⁻⁽ᵐ⁺¹⁾, at most what was asked for.
  public var relativeError: Double { 0.5 / Double(1 << precision) }
  /// How many values were recorded.
  public var count: Int { recorded }
  /// The smallest value, exactly; ∞ before the first.
  public var minimum: Double { least }
  /// The largest value, exactly; -∞ before the first.
  public var maximum: Double { greatest }
  /// The number of counters in memory, 8 bytes each.
  public var counters: Int { positive.counts.count + negative.counts.count }

  /// Takes in one value.
  ///
  /// - Precondition: `value` is finite.
  /// - Complexity: O(1); O(range) when a value opens a new power of two, which happens 4092 times at most.
  @inlinable
  public mutating func record(_ value: Double) {
    requireFinite(value)
    recorded += 1
    if value < least { least = value }
    if value > greatest { greatest = value }
    let key = Int(truncatingIfNeeded: value.magnitude.bitPattern >> UInt64(truncatingIfNeeded: 52 - precision))
    if value >= smallest {
      positive.increment(key, precision: precision)
    } else if value <= -smallest {
      negative.increment(key, precision: precision)
    } else {
      zeros += 1
    }
  }

  /// The value of rank k = max(1, ⌈q n⌉) in ascending order, within the guaranteed error; NaN before the first value.
  ///
  /// This is the inverse of the empirical distribution function (type 1 of Hyndman and Fan, 1996, The American
  /// Statistician 50:361–365): no interpolation. q n is rounded to a `Double` first. Quantiles 0 and 1 are the
  /// extremes, exactly, and no answer lies outside of them.
  ///
  /// - Precondition: `q` is in `0...1`.
  /// - Complexity: O(c) for c counters.
  public func quantile(_ q: Double) -> Double {
    precondition(q >= 0 && q <= 1, "q is \(q); it must be in 0...1")
    guard recorded > 0 else { return .nan }
    let rank = min(recorded, max(1, Int((q * Double(recorded)).rounded(.up))))
    if rank == 1 { return least }
    if rank == recorded { return greatest }
    return min(greatest, max(least, middle(ofRank: rank)))
  }

  private func middle(ofRank rank: Int) -> Double {
    var left = rank
    for index in negative.counts.indices.reversed() {
      left -= negative.counts[index]
      if left <= 0 { return -middle(of: negative.first + index) }
    }
    left -= zeros
    if left <= 0 { return 0 }
    for index in positive.counts.indices {
      left -= positive.counts[index]
      if left <= 0 { return middle(of: positive.first + index) }
    }
    return greatest
  }

  private func middle(of key: Int) -> Double {
    // The pattern of the counter's lower end with the next bit set is its middle.
    Double(bitPattern: UInt64(2 * key + 1) << UInt64(51 - precision))
  }

  /// Takes in all values that another sketch has taken in; the same sketch as if they had been recorded here.
  ///
  /// - Precondition: Both have the same error and the same smallest magnitude.
  /// - Complexity: O(c) for c counters.
  public mutating func merge(_ other: QuantileSketch) {
    precondition(
      precision == other.precision && smallest == other.smallest,
      "sketches of errors \(relativeError) and \(other.relativeError), smallest \(smallest) and \(other.smallest)"
    )
    positive.merge(other.positive, precision: precision)
    negative.merge(other.negative, precision: precision)
    zeros += other.zeros
    recorded += other.recorded
    least = min(least, other.least)
    greatest = max(greatest, other.greatest)
  }

  /// Forgets all values.
  public mutating func reset() { self = QuantileSketch(precision: precision, smallest: smallest) }
}

extension QuantileSketch: Monitor {
  @inlinable
  public mutating func record(_ value: Double, at time: SimulationTime) { record(value) }

  public mutating func reset(at time: SimulationTime) { reset() }
}
