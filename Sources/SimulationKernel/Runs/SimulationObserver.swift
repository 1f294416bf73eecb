/// Looks at a run from outside: it is told of every event, before and after the model handles it.
///
/// An observer is a value that the run is given, not a part of the model: the same model runs with and without it, and
/// event for event the same. The compiler specialises the loop for it as for the model; so an observer costs what its
/// methods cost, and none costs nothing.
///
/// ```swift
/// struct Longest: SimulationObserver {
///   var queue = 0
///   mutating func didHandle(_ event: HandledEvent<Bank.Event>, in model: Bank) { queue = max(queue, model.queue.count) }
/// }
/// var longest = Longest()
/// simulation.run(until: hour, observer: &longest)
/// ```
///
/// A ``Probe`` is an observer; ``EventTrace`` and ``EventRing`` write down what happens.
public protocol SimulationObserver<Model> {
  /// What is simulated.
  associatedtype Model: SimulationModel

  /// Called when the clock stands at the event, before the model handles it; by default it does nothing.
  mutating func willHandle(_ event: HandledEvent<Model.Event>, in model: Model)

  /// Called after the model has handled the event; by default it does nothing.
  mutating func didHandle(_ event: HandledEvent<Model.Event>, in model: Model)
}

extension SimulationObserver {
  /// Does nothing.
  @inlinable
  @inline(__always)
  public mutating func willHandle(_ event: HandledEvent<Model.Event>, in model: Model) {}

  /// Does nothing.
  @inlinable
  @inline(__always)
  public mutating func didHandle(_ event: HandledEvent<Model.Event>, in model: Model) {}
}
