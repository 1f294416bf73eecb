/// The average over simulated time of a quantity that is constant between changes, such as the length of a queue.
@frozen
public struct TimeWeightedAverage: Sendable, Hashable {
  /// What the quantity is now.
  public private(set) var value: Double
  private let start: SimulationTime
  private var lastChange: SimulationTime
  private var area = 0.0

  /// Starts with a value at a time; what was before does not count, so a warm-up is left out by starting after it.
  public init(_ value: Double = 0, from start: SimulationTime = .zero) {
    self.value = value
    self.start = start
    lastChange = start
  }

  /// Notes that the quantity has a new value from now on.
  ///
  /// - Precondition: `now` is not before the last change.
  public mutating func set(_ newValue: Double, at now: SimulationTime) {
    precondition(now >= lastChange, "a value is set at \(now.seconds) s, before \(lastChange.seconds) s")
    area += value * (now - lastChange).seconds
    value = newValue
    lastChange = now
  }

  /// The average from the start to `end`, or the value itself where no time has passed.
  ///
  /// - Precondition: `end` is not before the last change.
  public func average(until end: SimulationTime) -> Double {
    precondition(end >= lastChange, "an average until \(end.seconds) s, before the change at \(lastChange.seconds) s")
    let span = (end - start).seconds
    guard span > 0 else { return value }
    return (area + value * (end - lastChange).seconds) / span
  }
}
