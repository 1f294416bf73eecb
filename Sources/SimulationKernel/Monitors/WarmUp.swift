/// A trigger: starts collecting at a time, so that the transient at the start of a run does not bias what is measured.
///
/// Values seen before `end` are held back, the last one of them is remembered, and at `end` the sink is reset with it:
/// a time-weighted average begins with what the quantity was then, a tally with nothing. Values at `end` itself count.
/// Which value belongs to the warm-up is decided by the time given with it: for a wait, that of its end or of its
/// beginning, as the model passes it.
///
/// How long a warm-up has to be, ``MSER`` estimates from a pilot run.
///
/// - Note: Before `end`, the sink is as it was made. Call ``advance(to:)`` before reading a quantity that may not have
///   changed since.
@frozen
public struct WarmUp<Sink: Monitor>: Monitor {
  /// What the values are passed on to.
  public var sink: Sink
  @usableFromInline let limit: Double
  @usableFromInline var isOver = false
  @usableFromInline var held: Double?

  /// - Parameters:
  ///   - end: From when on values count.
  ///   - sink: What the values are passed on to.
  @inlinable
  public init(until end: SimulationTime, _ sink: Sink) {
    limit = end.seconds
    self.sink = sink
  }

  /// From when on values count.
  @inlinable public var end: SimulationTime { SimulationTime(seconds: limit) }

  @inlinable
  public mutating func record(_ value: Double, at time: SimulationTime) {
    if !isOver {
      if time.seconds < limit {
        requireFinite(value)
        held = value
        return
      }
      begin(at: end)
    }
    sink.record(value, at: time)
  }

  @inlinable
  mutating func begin(at time: SimulationTime) {
    isOver = true
    if let held { sink.reset(at: time, holding: held) } else { sink.reset(at: time) }
  }

  /// Resets the sink where the warm-up is over, or is over by `time`; before, there is nothing to forget.
  @inlinable
  public mutating func reset(at time: SimulationTime) {
    if isOver {
      sink.reset(at: time)
    } else if time.seconds >= limit {
      begin(at: time)
    }
  }

  @inlinable
  public mutating func reset(at time: SimulationTime, holding value: Double) {
    held = value
    if isOver || time.seconds >= limit {
      isOver = true
      sink.reset(at: time, holding: value)
    }
  }

  @inlinable
  public mutating func advance(to time: SimulationTime) {
    if !isOver {
      if time.seconds < limit { return }
      begin(at: end)
    }
    sink.advance(to: time)
  }
}

extension WarmUp: Equatable where Sink: Equatable {}
extension WarmUp: Hashable where Sink: Hashable {}
extension WarmUp: Encodable where Sink: Encodable {}
extension WarmUp: Decodable where Sink: Decodable {}
