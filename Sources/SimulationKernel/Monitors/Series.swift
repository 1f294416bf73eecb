/// Values with their times, thinned so that memory stays bounded however long the run is.
///
/// Every 2ᵏ-th value is kept, the first one included; when the room is full, every second of the kept ones is dropped
/// and k grows by one. So the samples are equally spaced by number at any moment, there are more than half of the room
/// of them once it has been full, each is a value that was recorded, and which ones are kept depends on their number
/// alone. A peak between two samples is lost: a ``Tally`` beside it knows the extremes. Behind ``AtInterval`` the
/// samples are equally spaced by time, behind ``OnChange`` by changes.
public struct Series: Sendable, Hashable {
  /// A value with the time at which it was recorded.
  @frozen
  public struct Sample: Sendable, Hashable {
    public let time: SimulationTime
    /// In the unit of what is recorded; finite.
    public let value: Double

    @inlinable
    public init(time: SimulationTime, value: Double) {
      self.time = time
      self.value = value
    }
  }

  /// The most samples that are kept: an even number, at least 2.
  public let capacity: Int
  @usableFromInline var kept: [Sample] = []
  @usableFromInline var exponent = 0
  @usableFromInline var recorded = 0

  /// - Parameter capacity: The most samples that are kept, an even number, at least 2; 16 bytes each.
  public init(capacity: Int = 1_024) {
    precondition(
      capacity >= 2 && capacity.isMultiple(of: 2), "capacity is \(capacity); it must be even and at least 2")
    self.capacity = capacity
  }

  /// How many values were recorded, the thinned ones included.
  @inlinable public var count: Int { recorded }
  /// How many values stand for one sample: 1, 2, 4, ...
  @inlinable public var stride: Int { 1 << exponent }
  /// The samples that are kept, in the order of their times.
  @inlinable public var samples: [Sample] { kept }
  /// The values of the samples alone.
  public var values: [Double] { kept.map(\.value) }

  /// The samples from `start` to before `end`.
  ///
  /// - Precondition: `start` is not after `end`.
  /// - Complexity: O(log n) for n samples.
  public func slice(from start: SimulationTime, to end: SimulationTime) -> ArraySlice<Sample> {
    precondition(start <= end, "a slice from \(start.seconds) s to \(end.seconds) s; it must not end before it starts")
    return kept[firstIndex(notBefore: start)..<firstIndex(notBefore: end)]
  }

  private func firstIndex(notBefore time: SimulationTime) -> Int {
    var (low, high) = (0, kept.count)
    while low < high {
      let middle = (low + high) / 2
      if kept[middle].time < time { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Series: Monitor {
  /// - Precondition: `value` is finite, and `time` not before that of the last sample.
  /// - Complexity: Amortised O(1).
  @inlinable
  public mutating func record(_ value: Double, at time: SimulationTime) {
    requireFinite(value)
    let number = recorded
    recorded += 1
    if number & (stride - 1) == 0 { keep(Sample(time: time, value: value)) }
  }

  @usableFromInline
  mutating func keep(_ sample: Sample) {
    if let last = kept.last {
      precondition(sample.time >= last.time, "a value at \(sample.time.seconds) s, after one at \(last.time.seconds) s")
    }
    if kept.count == capacity {
      // The room is even and full, so the sample at hand has an even place and is one of those to keep.
      for index in 0..<(capacity / 2) { kept[index] = kept[2 * index] }
      kept.removeLast(capacity / 2)
      exponent += 1
    }
    kept.append(sample)
  }

  public mutating func reset(at time: SimulationTime) { self = Series(capacity: capacity) }
}

extension Series: Codable {
  private enum CodingKeys: String, CodingKey { case capacity, count, stride, times, values }

  /// - Throws: `DecodingError` where a part is missing, or is nothing that this type can have written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    capacity = try container.decode(Int.self, forKey: .capacity)
    try container.require(
      capacity >= 2 && capacity.isMultiple(of: 2), .capacity, "capacity is \(capacity); it must be even and at least 2")
    recorded = try container.decode(Int.self, forKey: .count)
    let stride = try container.decode(Int.self, forKey: .stride)
    try container.require(stride > 0 && stride & (stride - 1) == 0, .stride, "\(stride) is no power of two")
    exponent = stride.trailingZeroBitCount
    let times = try container.decode([Double].self, forKey: .times)
    let values = try container.decode([Double].self, forKey: .values)
    try container.require(
      times.allSatisfy { $0 >= 0 && $0.isFinite } && zip(times, times.dropFirst()).allSatisfy { $0 <= $1 }, .times,
      "times must be finite, at least 0 and ascend")
    try container.require(
      recorded >= 0 && times.count <= capacity, .times, "there are \(times.count) times; there is room for \(capacity)")
    let expected = recorded == 0 ? 0 : (recorded - 1) >> exponent + 1
    try container.require(
      times.count == values.count && times.count == expected, .values,
      "\(values.count) values at \(times.count) times do not agree with \(recorded) recorded, one kept of \(stride)")
    kept = zip(times, values).map { Sample(time: SimulationTime(seconds: $0), value: $1) }
  }

  /// Writes numbers that JSON has as well; they come back to the bit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(capacity, forKey: .capacity)
    try container.encode(recorded, forKey: .count)
    try container.encode(stride, forKey: .stride)
    try container.encode(kept.map(\.time.seconds), forKey: .times)
    try container.encode(values, forKey: .values)
  }
}
