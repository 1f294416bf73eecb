/// A model in event style: a value whose state changes at events.
///
/// The event is plain data, mostly a small enum, and `handle` switches over it; so the compiler specialises the whole
/// loop for the model, and no closure, existential or reference stands in it.
public protocol SimulationModel {
  associatedtype Event: BitwiseCopyable

  /// Schedules the first events; called once, at time 0.
  mutating func start(in scheduler: inout Scheduler<Event>)

  /// Changes the state at one event, and schedules what follows from it.
  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>)
}
