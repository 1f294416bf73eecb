/// A trigger: passes on what a quantity is at equal distances of time, whenever it changes in between.
///
/// The quantity holds between its records, so its value at a grid point is the last one recorded at or before that
/// point; the sample at t is that after all events of t. Samples at the events themselves would see a busy system too
/// often. Point k is at start + k · interval, multiplied and not summed up, so the grid does not drift. No sample is
/// taken before the first record. Points that have passed are sampled at the next record or ``advance(to:)``.
@frozen
public struct AtInterval<Sink: Monitor>: Monitor {
  /// What the samples are passed on to.
  public var sink: Sink
  // Seconds, above 0.
  @usableFromInline let interval: Double
  @usableFromInline var origin: Double
  // The number of the next grid point; counted in Double, since origin + k · interval is computed in it.
  @usableFromInline var nextPoint = 0.0
  @usableFromInline var held: Double?

  /// - Parameters:
  ///   - interval: The distance between samples, finite and above 0.
  ///   - start: The first grid point.
  ///   - sink: What the samples are passed on to.
  @inlinable
  public init(_ interval: SimulationDuration, from start: SimulationTime = .zero, _ sink: Sink) {
    precondition(
      interval.seconds > 0 && interval.seconds.isFinite,
      "an interval is \(interval.seconds) s; it must be finite and above 0")
    self.interval = interval.seconds
    origin = start.seconds
    self.sink = sink
  }

  /// - Precondition: `value` is finite.
  /// - Complexity: O(1), and one record of the sink for every grid point since the last record.
  @inlinable
  public mutating func record(_ value: Double, at time: SimulationTime) {
    requireFinite(value)
    // Points at `time` itself wait: another event of that moment may still change the value.
    if origin + nextPoint * interval < time.seconds { sample(until: time.seconds, inclusive: false) }
    held = value
  }

  /// Samples up to and including `time`, after the last event of that time.
  @inlinable
  public mutating func advance(to time: SimulationTime) {
    sample(until: time.seconds, inclusive: true)
    sink.advance(to: time)
  }

  @inlinable
  mutating func sample(until end: Double, inclusive: Bool) {
    guard let value = held else { return skip(to: end) }
    while true {
      let point = origin + nextPoint * interval
      guard point < end || (inclusive && point == end) else { return }
      sink.record(value, at: SimulationTime(seconds: point))
      nextPoint += 1
    }
  }

  /// Leaves out the points before `time`, as nothing was known then.
  @usableFromInline
  mutating func skip(to time: Double) {
    nextPoint = max(nextPoint, ((time - origin) / interval).rounded(.down))
    // The quotient is rounded: the point itself decides.
    while nextPoint > 0, origin + (nextPoint - 1) * interval >= time { nextPoint -= 1 }
    while origin + nextPoint * interval < time { nextPoint += 1 }
  }

  /// Takes the samples before `time`, then resets the sink and begins a new grid at `time`.
  @inlinable
  public mutating func reset(at time: SimulationTime) {
    sample(until: time.seconds, inclusive: false)
    origin = time.seconds
    nextPoint = 0
    if let held { sink.reset(at: time, holding: held) } else { sink.reset(at: time) }
  }

  @inlinable
  public mutating func reset(at time: SimulationTime, holding value: Double) {
    held = value
    origin = time.seconds
    nextPoint = 0
    sink.reset(at: time, holding: value)
  }
}

extension AtInterval: Equatable where Sink: Equatable {}
extension AtInterval: Hashable where Sink: Hashable {}
extension AtInterval: Encodable where Sink: Encodable {}
extension AtInterval: Decodable where Sink: Decodable {}
