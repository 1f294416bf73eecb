/// Two observers of one run; each may again be two.
///
/// Both are told before the event, then both after it, the first one first.
@frozen
public struct BothObservers<First: SimulationObserver, Second: SimulationObserver<First.Model>>: SimulationObserver {
  /// Told first.
  public var first: First
  /// Told second.
  public var second: Second

  @inlinable
  public init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  @inlinable
  public mutating func willHandle(_ event: HandledEvent<First.Model.Event>, in model: First.Model) {
    first.willHandle(event, in: model)
    second.willHandle(event, in: model)
  }

  @inlinable
  public mutating func didHandle(_ event: HandledEvent<First.Model.Event>, in model: First.Model) {
    first.didHandle(event, in: model)
    second.didHandle(event, in: model)
  }
}

extension BothObservers: Sendable where First: Sendable, Second: Sendable {}
