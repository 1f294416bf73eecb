/// A model in event style: a value whose state changes at events.
///
/// The event is plain data, mostly a small enum, and `handle` switches over it; so the compiler specialises the whole
/// loop for the model, and no closure, existential or reference stands in it.
public protocol SimulationModel {
  /// What happens, with the little that is needed to know where: best at most 16 bytes.
  associatedtype Event: BitwiseCopyable

  /// Schedules the first events; called once, at time 0.
  mutating func start(in scheduler: inout Scheduler<Event>)

  /// Changes the state at one event, and schedules what follows from it.
  mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>)

  /// Fetches into the cache what an event will touch; called a few events before its turn, where that is known.
  ///
  /// A hint, which must not change anything: by default it does nothing. With state beyond the cache it is worth a
  /// factor of two or more; `CKernelShims.antbed_prefetch` fetches the line of an address.
  func prefetch(_ event: Event)
}

extension SimulationModel {
  /// Fetches nothing.
  @inlinable
  public func prefetch(_ event: Event) {}
}
