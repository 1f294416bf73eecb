/// The average over simulated time of a quantity that is constant between changes, such as the length of a queue.
///
/// (1/T) ∫ x(t) dt from the start to a time T later; with 1 for busy and 0 for idle it is the utilization. Averages,
/// variance and extremes are those of the path: a value that holds for no time, as between two events of the same
/// moment, counts for none of them.
@frozen
public struct TimeWeightedAverage: Sendable, Hashable {
  @usableFromInline var current: Double
  @usableFromInline var origin: SimulationTime
  @usableFromInline var lastChange: SimulationTime
  // Up to the last change.
  @usableFromInline var past = WeightedTally()

  /// Starts with a value at a time; what was before does not count, so a warm-up is left out by starting after it.
  @inlinable
  public init(_ value: Double = 0, from start: SimulationTime = .zero) {
    requireFinite(value)
    current = value
    origin = start
    lastChange = start
  }

  /// What the quantity is now.
  @inlinable public var value: Double { current }
  /// From when on it counts.
  @inlinable public var start: SimulationTime { origin }

  /// Notes that the quantity has a new value from now on.
  ///
  /// - Precondition: `now` is not before the last change; the value is finite.
  /// - Complexity: O(1).
  @inlinable
  public mutating func set(_ newValue: Double, at now: SimulationTime) {
    precondition(now >= lastChange, "a value is set at \(now.seconds) s, before \(lastChange.seconds) s")
    requireFinite(newValue)
    past.record(current, weight: (now - lastChange).seconds)
    current = newValue
    lastChange = now
  }

  /// Notes that the quantity is larger by `difference` from now on.
  ///
  /// - Precondition: `now` is not before the last change; the new value is finite.
  @inlinable
  public mutating func change(by difference: Double, at now: SimulationTime) { set(current + difference, at: now) }

  /// The average from the start to `end`, or the value itself where no time has passed.
  ///
  /// - Precondition: `end` is not before the last change.
  @inlinable
  public func average(until end: SimulationTime) -> Double {
    let integral = integral(until: end)
    let span = (end - origin).seconds
    return span > 0 ? integral / span : current
  }

  /// The integral over time from the start to `end`, in the quantity's unit times seconds.
  ///
  /// The difference of two integrals is that of the slice between their ends.
  ///
  /// - Precondition: `end` is not before the last change.
  @inlinable
  public func integral(until end: SimulationTime) -> Double {
    requireNotBeforeLastChange(end)
    return past.total + current * (end - lastChange).seconds
  }

  /// The mean square deviation over time from the average, or 0 where no time has passed.
  ///
  /// - Precondition: `end` is not before the last change.
  @inlinable
  public func variance(until end: SimulationTime) -> Double {
    let whole = tally(until: end)
    return whole.weight > 0 ? whole.variance : 0
  }

  /// The smallest value that held for some time, or the value itself where no time has passed.
  ///
  /// - Precondition: `end` is not before the last change.
  @inlinable
  public func minimum(until end: SimulationTime) -> Double {
    min(tally(until: end).minimum, end > origin ? .infinity : current)
  }

  /// The largest value that held for some time, or the value itself where no time has passed.
  ///
  /// - Precondition: `end` is not before the last change.
  @inlinable
  public func maximum(until end: SimulationTime) -> Double {
    max(tally(until: end).maximum, end > origin ? -.infinity : current)
  }

  /// A summary from the start to `end`, weighted by seconds, which can be merged with those of other runs.
  ///
  /// - Precondition: `end` is not before the last change.
  /// - Complexity: O(1).
  @inlinable
  public func tally(until end: SimulationTime) -> WeightedTally {
    requireNotBeforeLastChange(end)
    var whole = past
    whole.record(current, weight: (end - lastChange).seconds)
    return whole
  }

  @inlinable
  func requireNotBeforeLastChange(_ end: SimulationTime) {
    precondition(end >= lastChange, "an average until \(end.seconds) s, before the change at \(lastChange.seconds) s")
  }
}

extension TimeWeightedAverage: Monitor {
  @inlinable
  public mutating func record(_ value: Double, at time: SimulationTime) { set(value, at: time) }

  /// Keeps the value, and forgets the past: the average begins anew.
  ///
  /// - Precondition: `time` is not before the last change.
  @inlinable
  public mutating func reset(at time: SimulationTime) {
    precondition(time >= lastChange, "a reset at \(time.seconds) s, before the change at \(lastChange.seconds) s")
    self = TimeWeightedAverage(current, from: time)
  }

  @inlinable
  public mutating func reset(at time: SimulationTime, holding value: Double) {
    self = TimeWeightedAverage(value, from: time)
  }
}

extension TimeWeightedAverage: Codable {
  private enum CodingKeys: String, CodingKey { case value, start, lastChange, past }

  /// - Throws: `DecodingError` where a part is missing, or is nothing that this type can have written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    current = try container.decode(Double.self, forKey: .value)
    origin = try container.decodeTime(forKey: .start)
    lastChange = try container.decodeTime(forKey: .lastChange)
    try container.require(lastChange >= origin, .lastChange, "the last change is before the start")
    past = try container.decode(WeightedTally.self, forKey: .past)
  }

  /// Writes numbers that JSON has as well; they come back to the bit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(current, forKey: .value)
    try container.encode(origin.seconds, forKey: .start)
    try container.encode(lastChange.seconds, forKey: .lastChange)
    try container.encode(past, forKey: .past)
  }
}
