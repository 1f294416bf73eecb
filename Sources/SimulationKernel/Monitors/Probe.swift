/// A measure with the monitor that takes its values: what, when and where in one value.
///
/// ```swift
/// var lengths = Probe(Gauge(count: \Bank.queue.count), WarmUp(until: hour, AtInterval(.seconds(60), Tally())))
/// lengths.observe(bank, at: now)  // after every event
/// ```
///
/// A probe looks at a state from outside, so that it can be added to a model without a change of it. Inside of a model,
/// `monitor.record(value, at: now)` says the same, since a part of a value cannot look at the whole while it changes.
@frozen
public struct Probe<Quantity: Measure, Sink: Monitor>: Sendable {
  /// What is observed.
  public let measure: Quantity
  /// When it is, and what is kept.
  public var sink: Sink

  @inlinable
  public init(_ measure: Quantity, _ sink: Sink) {
    self.measure = measure
    self.sink = sink
  }

  /// Measures the state, and records the value if there is one.
  ///
  /// - Precondition: `time` is not before that of the last observation.
  /// - Complexity: That of the measure and of the monitor's record.
  @inlinable
  public mutating func observe(_ state: Quantity.State, at time: SimulationTime) {
    if let value = measure.value(of: state) { sink.record(value, at: time) }
  }
}

extension Probe: Equatable where Quantity: Equatable, Sink: Equatable {}
extension Probe: Hashable where Quantity: Hashable, Sink: Hashable {}
extension Probe: Encodable where Quantity: Encodable, Sink: Encodable {}
extension Probe: Decodable where Quantity: Decodable, Sink: Decodable {}
