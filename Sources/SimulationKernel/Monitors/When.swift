/// A trigger: passes a value on where a condition holds for value and time.
///
/// A condition on the rest of a state belongs to the measure: ``Measure/value(of:)`` returns nothing where it fails.
///
/// A monitor that is weighted by time takes the value that it was last given to hold on where the condition fails.
@frozen
public struct When<Rule: Criterion, Sink: Monitor>: Monitor {
  /// Which values pass.
  public var condition: Rule
  /// What the values are passed on to.
  public var sink: Sink

  @inlinable
  public init(_ condition: Rule, _ sink: Sink) {
    self.condition = condition
    self.sink = sink
  }

  @inlinable
  public mutating func record(_ value: Double, at time: SimulationTime) {
    if condition.holds(value, at: time) { sink.record(value, at: time) }
  }

  @inlinable
  public mutating func reset(at time: SimulationTime) { sink.reset(at: time) }

  @inlinable
  public mutating func reset(at time: SimulationTime, holding value: Double) { sink.reset(at: time, holding: value) }

  @inlinable
  public mutating func advance(to time: SimulationTime) { sink.advance(to: time) }
}

extension When: Equatable where Rule: Equatable, Sink: Equatable {}
extension When: Hashable where Rule: Hashable, Sink: Hashable {}
extension When: Encodable where Rule: Encodable, Sink: Encodable {}
extension When: Decodable where Rule: Decodable, Sink: Decodable {}
