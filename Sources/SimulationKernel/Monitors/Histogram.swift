/// How many values fell into each of a row of bins, and how many fell beside it.
///
/// Counts are exact, in values; merging and recording in any order give the same histogram to the bit.
public struct Histogram: Sendable, Hashable {
  public let bins: HistogramBins
  // By slot: what is below, the bins, what is above.
  @usableFromInline var slots: [Int]

  /// Counts nothing yet.
  public init(_ bins: HistogramBins) {
    self.bins = bins
    slots = Array(repeating: 0, count: bins.count + 2)
  }

  /// How many values fell into each bin, in the order of the edges.
  public var counts: ArraySlice<Int> { slots[1...bins.count] }
  /// How many values were below the first edge.
  public var below: Int { slots[0] }
  /// How many values were at or above the last edge.
  public var above: Int { slots[bins.count + 1] }
  /// How many values were recorded, those beside the bins included.
  public var count: Int { slots.reduce(0, +) }

  /// Takes in one value.
  ///
  /// - Precondition: `value` is finite.
  /// - Complexity: That of ``HistogramBins/slot(of:)``.
  @inlinable
  public mutating func record(_ value: Double) {
    requireFinite(value)
    slots[bins.slot(of: value)] += 1
  }

  /// Takes in all values that another histogram has taken in.
  ///
  /// - Precondition: Both have the same bins.
  /// - Complexity: O(n) for n bins.
  public mutating func merge(_ other: Histogram) {
    precondition(bins == other.bins, "histograms of \(bins.count) and \(other.bins.count) bins have other edges")
    for slot in slots.indices { slots[slot] += other.slots[slot] }
  }

  /// Forgets all values.
  public mutating func reset() { self = Histogram(bins) }
}

extension Histogram: Monitor {
  @inlinable
  public mutating func record(_ value: Double, at time: SimulationTime) { record(value) }

  public mutating func reset(at time: SimulationTime) { reset() }
}

extension Histogram: Codable {
  private enum CodingKeys: String, CodingKey { case bins, slots }

  /// - Throws: `DecodingError` where a part is missing, or is nothing that this type can have written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    bins = try container.decode(HistogramBins.self, forKey: .bins)
    slots = try container.decode([Int].self, forKey: .slots)
    try container.require(
      slots.count == bins.count + 2 && slots.allSatisfy { $0 >= 0 }, .slots,
      "there are \(slots.count) counts for \(bins.count) bins; there must be two more than bins, none negative")
  }
}
