/// A trigger: passes a value on where it differs from the last one.
///
/// For a ``Series`` of a quantity that holds between changes, or to count changes; the first value always passes.
@frozen
public struct OnChange<Sink: Monitor>: Monitor {
  /// What the values are passed on to.
  public var sink: Sink
  @usableFromInline var last: Double?

  @inlinable
  public init(_ sink: Sink) {
    self.sink = sink
  }

  @inlinable
  public mutating func record(_ value: Double, at time: SimulationTime) {
    if value == last { return }
    last = value
    sink.record(value, at: time)
  }

  /// Resets the sink; the last value stays known, so that only a change passes.
  @inlinable
  public mutating func reset(at time: SimulationTime) { sink.reset(at: time) }

  @inlinable
  public mutating func reset(at time: SimulationTime, holding value: Double) {
    last = value
    sink.reset(at: time, holding: value)
  }

  @inlinable
  public mutating func advance(to time: SimulationTime) { sink.advance(to: time) }
}

extension OnChange: Equatable where Sink: Equatable {}
extension OnChange: Hashable where Sink: Hashable {}
extension OnChange: Encodable where Sink: Encodable {}
extension OnChange: Decodable where Sink: Decodable {}
