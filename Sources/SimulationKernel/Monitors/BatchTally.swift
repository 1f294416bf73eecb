/// The mean of one long run with the standard error that its dependence leaves, from means of batches in bounded
/// memory.
///
/// Successive observations of a run depend on each other, so variance / n is far too small for the variance of their
/// mean. Means of batches that are long against the dependence are nearly independent. Law, Simulation Modeling and
/// Analysis, chapter 9, works with 10 to 30 of them. When `capacity` batches are full, neighbours are joined and the
/// batch size doubles, as in the dynamic batch means of Yeh and Schmeiser (2000), Proceedings of the Winter Simulation
/// Conference. So from half of the room to all but one of it is in use, and the length of the run need not be known.
///
/// An interval is ``mean`` ± t · ``standardError`` with Student's t of ``degreesOfFreedom``. It covers as stated only
/// where the batches are long enough: ``autocorrelation`` of the batch means should be near 0, within about ± 2/√k for
/// k batches.
public struct BatchTally: Sendable, Hashable {
  /// The room for batches: an even number, at least 4.
  public let capacity: Int
  // Sums, so that joining two batches is one addition.
  @usableFromInline var sums: [Double] = []
  @usableFromInline var size = 1
  @usableFromInline var open = 0.0
  @usableFromInline var openCount = 0

  /// - Parameters:
  ///   - capacity: The room for batches, an even number, at least 4; 40 leaves 20 to 39 batches in a long run.
  ///   - firstBatchSize: How many values make a batch at first, at least 1.
  public init(capacity: Int = 40, firstBatchSize: Int = 1) {
    precondition(
      capacity >= 4 && capacity.isMultiple(of: 2), "capacity is \(capacity); it must be even and at least 4")
    precondition(firstBatchSize >= 1, "the first batch size is \(firstBatchSize); it must be at least 1")
    self.capacity = capacity
    size = firstBatchSize
    // A bound, so that a damaged file cannot ask for all memory there is.
    sums.reserveCapacity(min(capacity, 1 << 16))
  }

  /// How many values make a batch now.
  public var batchSize: Int { size }
  /// How many values are in complete batches; those of the last, incomplete one enter no estimate.
  public var count: Int { sums.count * size }
  /// How many values at the end of the run fill no batch.
  public var leftOut: Int { openCount }
  /// The mean of each complete batch, in the order of the run and the unit of the values.
  public var means: [Double] { sums.map { $0 / Double(size) } }
  /// The number of batches less one; negative before the first.
  public var degreesOfFreedom: Int { sums.count - 1 }

  private var tally: Tally { means.reduce(into: Tally()) { $0.record($1) } }

  /// The mean of all values in complete batches; NaN before the first.
  ///
  /// - Complexity: O(k) for k batches, as the estimates below.
  public var mean: Double { tally.mean }

  /// The estimated standard deviation of ``mean``: √(S²/k), S² being the sample variance of k batch means; NaN below
  /// two.
  public var standardError: Double { (tally.variance / Double(sums.count)).squareRoot() }

  /// The correlation of each batch mean with the next, in -1...1; NaN below two batches or where all are equal.
  ///
  /// Σ (yᵢ - ȳ)(yᵢ₊₁ - ȳ) / Σ (yᵢ - ȳ)². Of independent batches it is -1/k on average, with a standard deviation of
  /// 1/√k.
  public var autocorrelation: Double {
    guard sums.count > 1 else { return .nan }
    let center = mean
    let deviations = means.map { $0 - center }
    let products = zip(deviations, deviations.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    return products / deviations.reduce(0) { $0 + $1 * $1 }
  }

  /// Takes in one value.
  ///
  /// - Precondition: `value` is finite.
  /// - Complexity: Amortised O(1).
  @inlinable
  public mutating func record(_ value: Double) {
    requireFinite(value)
    open += value
    openCount += 1
    if openCount == size { close() }
  }

  @usableFromInline
  mutating func close() {
    sums.append(open)
    open = 0
    openCount = 0
    guard sums.count == capacity else { return }
    for index in 0..<(capacity / 2) { sums[index] = sums[2 * index] + sums[2 * index + 1] }
    sums.removeLast(capacity / 2)
    size *= 2
  }
}

extension BatchTally: Monitor {
  @inlinable
  public mutating func record(_ value: Double, at time: SimulationTime) { record(value) }

  /// Forgets all values; the batch size stays, as it was learnt from the run.
  public mutating func reset(at time: SimulationTime) {
    self = BatchTally(capacity: capacity, firstBatchSize: size)
  }
}

extension BatchTally: Codable {
  private enum CodingKeys: String, CodingKey { case capacity, batchSize, sums, open, openCount }

  /// - Throws: `DecodingError` where a part is missing, or is nothing that this type can have written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let capacity = try container.decode(Int.self, forKey: .capacity)
    let size = try container.decode(Int.self, forKey: .batchSize)
    try container.require(
      capacity >= 4 && capacity.isMultiple(of: 2), .capacity, "capacity is \(capacity); it must be even and at least 4")
    try container.require(size >= 1, .batchSize, "batchSize is \(size); it must be at least 1")
    self.init(capacity: capacity, firstBatchSize: size)
    sums = try container.decode([Double].self, forKey: .sums)
    open = try container.decodeExactly(forKey: .open)
    openCount = try container.decode(Int.self, forKey: .openCount)
    try container.require(
      sums.count < capacity, .sums, "there are \(sums.count) batches; there is room for \(capacity)")
    try container.require(
      openCount >= 0 && openCount < size, .openCount, "openCount is \(openCount); it must be in 0..<\(size)")
  }

  /// Writes numbers that JSON has as well; they come back to the bit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(capacity, forKey: .capacity)
    try container.encode(size, forKey: .batchSize)
    try container.encode(sums, forKey: .sums)
    try container.encodeExactly(open, forKey: .open)
    try container.encode(openCount, forKey: .openCount)
  }
}
