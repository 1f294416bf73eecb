/// Two monitors of the same values; each may again be two.
@frozen
public struct Both<First: Monitor, Second: Monitor>: Monitor {
  public var first: First
  public var second: Second

  @inlinable
  public init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  @inlinable
  public mutating func record(_ value: Double, at time: SimulationTime) {
    first.record(value, at: time)
    second.record(value, at: time)
  }

  @inlinable
  public mutating func reset(at time: SimulationTime) {
    first.reset(at: time)
    second.reset(at: time)
  }

  @inlinable
  public mutating func reset(at time: SimulationTime, holding value: Double) {
    first.reset(at: time, holding: value)
    second.reset(at: time, holding: value)
  }

  @inlinable
  public mutating func advance(to time: SimulationTime) {
    first.advance(to: time)
    second.advance(to: time)
  }
}

extension Both: Equatable where First: Equatable, Second: Equatable {}
extension Both: Hashable where First: Hashable, Second: Hashable {}
extension Both: Encodable where First: Encodable, Second: Encodable {}
extension Both: Decodable where First: Decodable, Second: Decodable {}
