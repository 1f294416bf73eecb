/// For how long a quantity that is constant between changes was in each of a row of bins, and beside it.
///
/// In seconds of simulated time; divided by the span, the shares of time, such as how often a queue has which length.
public struct TimeWeightedHistogram: Sendable, Hashable {
  public let bins: HistogramBins
  @usableFromInline var current: Double
  @usableFromInline var origin: SimulationTime
  @usableFromInline var lastChange: SimulationTime
  // By slot, up to the last change.
  @usableFromInline var slots: [Double]

  /// Starts with a value at a time; what was before does not count.
  ///
  /// - Precondition: `value` is finite.
  public init(_ bins: HistogramBins, _ value: Double = 0, from start: SimulationTime = .zero) {
    requireFinite(value)
    self.bins = bins
    current = value
    origin = start
    lastChange = start
    slots = Array(repeating: 0, count: bins.count + 2)
  }

  /// What the quantity is now.
  @inlinable public var value: Double { current }
  /// From when on it counts.
  @inlinable public var start: SimulationTime { origin }

  /// Notes that the quantity has a new value from now on.
  ///
  /// - Precondition: `now` is not before the last change; the value is finite.
  /// - Complexity: That of ``HistogramBins/slot(of:)``.
  @inlinable
  public mutating func set(_ newValue: Double, at now: SimulationTime) {
    precondition(now >= lastChange, "a value is set at \(now.seconds) s, before \(lastChange.seconds) s")
    requireFinite(newValue)
    slots[bins.slot(of: current)] += (now - lastChange).seconds
    current = newValue
    lastChange = now
  }

  /// The seconds from the start to `end` by slot: below the bins, in each bin, above them.
  ///
  /// - Returns: As many numbers as there are bins, and two.
  /// - Precondition: `end` is not before the last change.
  public func times(until end: SimulationTime) -> [Double] {
    var whole = self
    whole.set(current, at: end)
    return whole.slots
  }
}

extension TimeWeightedHistogram: Monitor {
  @inlinable
  public mutating func record(_ value: Double, at time: SimulationTime) { set(value, at: time) }

  public mutating func reset(at time: SimulationTime) {
    precondition(time >= lastChange, "a reset at \(time.seconds) s, before the change at \(lastChange.seconds) s")
    reset(at: time, holding: current)
  }

  public mutating func reset(at time: SimulationTime, holding value: Double) {
    self = TimeWeightedHistogram(bins, value, from: time)
  }
}

extension TimeWeightedHistogram: Codable {
  private enum CodingKeys: String, CodingKey { case bins, value, start, lastChange, slots }

  /// - Throws: `DecodingError` where a part is missing, or is nothing that this type can have written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    bins = try container.decode(HistogramBins.self, forKey: .bins)
    current = try container.decode(Double.self, forKey: .value)
    origin = try container.decodeTime(forKey: .start)
    lastChange = try container.decodeTime(forKey: .lastChange)
    slots = try container.decode([Double].self, forKey: .slots)
    try container.require(
      slots.count == bins.count + 2 && slots.allSatisfy { $0 >= 0 }, .slots,
      "there are \(slots.count) times for \(bins.count) bins; there must be two more than bins, none negative")
  }

  /// Writes numbers that JSON has as well; they come back to the bit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(bins, forKey: .bins)
    try container.encode(current, forKey: .value)
    try container.encode(origin.seconds, forKey: .start)
    try container.encode(lastChange.seconds, forKey: .lastChange)
    try container.encode(slots, forKey: .slots)
  }
}
