/// The edges of a histogram: bin i holds the values from edge i up to, but not including, edge i + 1.
///
/// Slots number the bins together with what falls beside them: slot 0 is below the first edge, slots 1...n are the
/// bins, slot n + 1 is at or above the last edge. The edges are kept, and every value is compared with them, so no
/// rounding moves a value that lies on an edge.
public struct HistogramBins: Sendable, Hashable {
  /// How the slot is guessed before it is compared with the edges.
  @usableFromInline
  enum Spacing: String, Sendable, Codable { case linear, logarithmic, free }

  /// In ascending order, at least two, in the unit of the values.
  public let edges: [Double]
  @usableFromInline let spacing: Spacing
  // Bins per unit, or per step of the bit pattern.
  @usableFromInline let density: Double

  /// How many bins there are, at least 1.
  @inlinable public var count: Int { edges.count - 1 }

  init(edges: [Double], spacing: Spacing) {
    precondition(edges.count >= 2, "there are \(edges.count) edges; there must be at least 2")
    precondition(Self.isAscending(edges), "the edges of a histogram must be finite and ascend")
    self.edges = edges
    let density = Self.density(edges, spacing)
    // A range that overflows, or whose bins are too narrow for a guess, is searched.
    let isGuessable = density.isFinite && (edges[edges.count - 1] - edges[0]).isFinite
    self.spacing = isGuessable ? spacing : .free
    self.density = isGuessable ? density : 0
  }

  static func isAscending(_ edges: [Double]) -> Bool {
    edges.allSatisfy(\.isFinite) && zip(edges, edges.dropFirst()).allSatisfy { $0 < $1 }
  }

  private static func density(_ edges: [Double], _ spacing: Spacing) -> Double {
    let (low, high) = (edges[0], edges[edges.count - 1])
    switch spacing {
    case .linear: return Double(edges.count - 1) / (high - low)
    case .logarithmic: return Double(edges.count - 1) / Double(high.bitPattern - low.bitPattern)
    case .free: return 0
    }
  }

  /// Bins of any widths.
  ///
  /// - Precondition: There are at least two edges, finite and ascending.
  public init(edges: [Double]) { self.init(edges: edges, spacing: .free) }

  /// Bins of equal widths.
  ///
  /// - Precondition: `low` < `high`, both finite; `count` is at least 1, and neighbouring edges differ.
  public static func linear(from low: Double, to high: Double, count: Int) -> HistogramBins {
    precondition(count >= 1, "the number of bins is \(count); it must be at least 1")
    precondition(
      low < high && (high - low).isFinite, "bins from \(low) to \(high); the range must ascend and be finite")
    let edges = (0..<count).map { low + (high - low) * (Double($0) / Double(count)) } + [high]
    return HistogramBins(edges: edges, spacing: .linear)
  }

  /// Bins whose edges have equal ratios.
  ///
  /// The ratio is found by bisection over products, so the edges have the same bits on every machine.
  ///
  /// - Precondition: 0 < `low` < `high`, and `high / low` is finite; `count` is at least 1, and neighbouring edges
  ///   differ.
  public static func logarithmic(from low: Double, to high: Double, count: Int) -> HistogramBins {
    precondition(count >= 1, "the number of bins is \(count); it must be at least 1")
    precondition(
      low > 0 && low < high && (high / low).isFinite && low.isNormal,
      "bins from \(low) to \(high); the range must be above 0, ascend, and have a finite ratio")
    let ratio = root(count, of: high / low)
    let edges = (0..<count).map { low * power(ratio, $0) } + [high]
    return HistogramBins(edges: edges, spacing: .logarithmic)
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, left) = (1.0, base, exponent)
    while left > 0 {
      if left & 1 == 1 { result *= square }
      square *= square
      left >>= 1
    }
    return result
  }

  /// The degree-th root of a number above 1: the largest base whose power does not exceed it.
  private static func root(_ degree: Int, of number: Double) -> Double {
    var low = 1.0.bitPattern
    var high = number.bitPattern
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if power(Double(bitPattern: middle), degree) <= number { low = middle } else { high = middle }
    }
    return Double(bitPattern: degree == 1 ? high : low)
  }

  /// The slot of a value, in `0...count + 1`.
  ///
  /// - Complexity: O(1) for linear bins, O(1 + bins per doubling / 10) for logarithmic ones, O(log n) for free ones.
  @inlinable
  public func slot(of value: Double) -> Int {
    let last = edges.count - 1
    if value < edges[0] { return 0 }
    if value >= edges[last] { return last + 1 }
    // Never off by many: a straight line between powers of two is near the logarithm, by 0.09 of a doubling.
    var slot: Int
    switch spacing {
    case .linear: slot = Int((value - edges[0]) * density)
    case .logarithmic: slot = Int(Double(value.bitPattern - edges[0].bitPattern) * density)
    case .free: return freeSlot(of: value)
    }
    slot = max(0, min(slot, last - 1))
    while value < edges[slot] { slot -= 1 }
    while value >= edges[slot + 1] { slot += 1 }
    return slot + 1
  }

  @inlinable
  func freeSlot(of value: Double) -> Int {
    var (low, high) = (0, edges.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if value < edges[middle] { high = middle } else { low = middle }
    }
    return low + 1
  }
}

extension HistogramBins: Codable {
  private enum CodingKeys: String, CodingKey { case edges, spacing }

  /// - Throws: `DecodingError` where a part is missing, or is nothing that this type can have written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let edges = try container.decode([Double].self, forKey: .edges)
    let spacing = try container.decode(Spacing.self, forKey: .spacing)
    try container.require(
      edges.count >= 2 && Self.isAscending(edges), .edges, "the edges must be two or more and ascend")
    try container.require(spacing != .logarithmic || edges[0] > 0, .edges, "logarithmic bins must begin above 0")
    self.init(edges: edges, spacing: spacing)
  }

  /// Writes numbers that JSON has as well; they come back to the bit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(edges, forKey: .edges)
    try container.encode(spacing, forKey: .spacing)
  }
}
