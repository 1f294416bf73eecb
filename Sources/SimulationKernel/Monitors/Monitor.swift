/// Where observations go: a sink that keeps a summary of a series of values.
///
/// When, what and where are separate. A *measure* says what (``Measure``, or the model itself); a *trigger* says when
/// (``OnChange``, ``AtInterval``, ``WarmUp``, each a monitor around another one); the innermost monitor says what is
/// kept. All of them are values that the compiler specialises, so a model holds them as stored properties, a copy of
/// the model takes them along, and an observation costs what the innermost monitor costs.
///
/// ```swift
/// struct Desk {
///   var queue = 0
///   var length = WarmUp(until: SimulationTime(seconds: 100), TimeWeightedAverage())
///
///   mutating func arrive(at now: SimulationTime) {
///     queue += 1
///     length.record(Double(queue), at: now)
///   }
/// }
/// ```
///
/// Two kinds of monitor differ in what a value is. For most, it is one of a series (a wait, a size), and only its order
/// counts. For those weighted by time, it holds from its record to the next (the length of a queue).
///
/// Every monitor takes finite values only: what is not a number has no place in a mean, a bin or an order.
public protocol Monitor: Sendable {
  /// Takes in one value.
  ///
  /// - Parameters:
  ///   - value: Finite, in any unit.
  ///   - time: When it was seen or began to hold; not before the last time given.
  mutating func record(_ value: Double, at time: SimulationTime)

  /// Forgets the past, as at the end of a warm-up; a quantity that holds between changes keeps its value.
  mutating func reset(at time: SimulationTime)

  /// Forgets the past where a trigger kept the values of a warm-up back, so that the monitor does not know the last.
  ///
  /// - Parameters:
  ///   - time: From when on observations count.
  ///   - value: What a quantity that holds between changes is at `time`; other monitors leave it out.
  mutating func reset(at time: SimulationTime, holding value: Double)

  /// Takes note that the time has come to `time` without a new value: what is due by then is done.
  ///
  /// To be called before reading, after the last event; a monitor that waits for nothing does nothing.
  mutating func advance(to time: SimulationTime)
}

extension Monitor {
  @inlinable
  public mutating func reset(at time: SimulationTime, holding value: Double) { reset(at: time) }

  @inlinable
  public mutating func advance(to time: SimulationTime) {}
}

/// Ends the program where a value is not finite.
@inlinable
@inline(__always)
func requireFinite(_ value: Double) {
  precondition(value.isFinite, "the value recorded is \(value); it must be finite")
}
