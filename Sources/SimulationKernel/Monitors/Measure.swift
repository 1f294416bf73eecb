/// What is observed of a state: one number, or nothing where there is nothing to see.
///
/// A type without fields is the cheapest: it can be stored and copied with the model, and the compiler puts its body in
/// the place of the call.
///
/// ```swift
/// struct QueueLength: Measure {
///   func value(of bank: Bank) -> Double? { Double(bank.queue.count) }
/// }
/// ```
///
/// ``Gauge`` makes one of a closure or a key path. A condition on the state, "when the desk is open", is a measure
/// that returns `nil` where it fails: then nothing is recorded.
public protocol Measure<State>: Sendable {
  /// What is looked at: a model, or a part of it.
  associatedtype State

  /// Returns the number in the measure's unit, finite, or `nil` where nothing is to be recorded.
  func value(of state: State) -> Double?
}
