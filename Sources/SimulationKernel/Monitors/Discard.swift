/// A monitor that keeps nothing: where a model is generic over its monitors, this one compiles to no code at all.
@frozen
public struct Discard: Monitor, Hashable, Codable {
  @inlinable
  public init() {}

  @inlinable
  @inline(__always)
  public mutating func record(_ value: Double, at time: SimulationTime) {}

  @inlinable
  @inline(__always)
  public mutating func reset(at time: SimulationTime) {}
}
