/// A measure that is a closure or a key path: `Gauge(\Bank.balance)`.
///
/// A closure cannot be stored in a file. A model that is to be checkpointed holds the monitors, and its measures are
/// types of their own or stay outside.
@frozen
public struct Gauge<State>: Measure {
  @usableFromInline let read: @Sendable (State) -> Double?

  /// Measures what the closure returns; a literal key path to a `Double` stands for such a closure.
  @inlinable
  public init(_ read: @escaping @Sendable (State) -> Double?) { self.read = read }

  /// Measures a count, which becomes a `Double`: exactly below 2⁵³.
  @inlinable
  public init(count read: @escaping @Sendable (State) -> Int) {
    self.read = { Double(read($0)) }
  }

  @inlinable
  public func value(of state: State) -> Double? { read(state) }

  /// Measures only where a condition on the state holds.
  @inlinable
  public func when(_ condition: @escaping @Sendable (State) -> Bool) -> Gauge {
    let read = read
    return Gauge { condition($0) ? read($0) : nil }
  }
}
