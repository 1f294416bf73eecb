/// Tells an observer of some events only: when an observation is made, where that depends on what happens.
///
/// ```swift
/// // The queue that departing customers leave behind.
/// var left = OnEvents({ $0.event == .departure }, Probe(Gauge(count: \Bank.queue.count), Tally()))
/// simulation.run(until: hour, observer: &left)
/// ```
@frozen
public struct OnEvents<Inner: SimulationObserver>: SimulationObserver {
  /// Which events are told of.
  public let condition: @Sendable (HandledEvent<Inner.Model.Event>) -> Bool
  /// Who is told.
  public var observer: Inner

  @inlinable
  public init(_ condition: @escaping @Sendable (HandledEvent<Inner.Model.Event>) -> Bool, _ observer: Inner) {
    self.condition = condition
    self.observer = observer
  }

  @inlinable
  public mutating func willHandle(_ event: HandledEvent<Inner.Model.Event>, in model: Inner.Model) {
    if condition(event) { observer.willHandle(event, in: model) }
  }

  @inlinable
  public mutating func didHandle(_ event: HandledEvent<Inner.Model.Event>, in model: Inner.Model) {
    if condition(event) { observer.didHandle(event, in: model) }
  }
}

extension OnEvents: Sendable where Inner: Sendable {}
