/// Keeps the last events of a run, to be written when it is known that they matter.
///
/// An event costs a few nanoseconds, and nothing is described before ``write(to:)``. A copy of the ring is one of its own.
///
/// ```swift
/// var last = EventRing<Bank>(capacity: 1_000)
/// simulation.run(until: hour, observer: &last)
/// if simulation.model.isOverdrawn { print(last.text) }
/// ```
@frozen
public struct EventRing<Model: SimulationModel>: SimulationObserver {
  /// The events, the last one last.
  @inlinable public var events: TraceRing<HandledEvent<Model.Event>> { ring }
  @usableFromInline var ring: TraceRing<HandledEvent<Model.Event>>

  /// - Precondition: `capacity` is at least 1.
  public init(capacity: Int) {
    ring = TraceRing(capacity: capacity)
  }

  /// Keeps the event; called before the model handles it, so that an event at which the model stops is the last.
  @inlinable
  public mutating func willHandle(_ event: HandledEvent<Model.Event>, in model: Model) { ring.append(event) }

  /// Writes the events that are kept, the oldest first; the writer is not closed.
  public func write(to writer: TraceWriter) {
    for event in ring.elements { writer.record(event) }
  }

  /// The events that are kept, a line each, the oldest first.
  public var text: String {
    let writer = TraceWriter(.text)
    write(to: writer)
    return writer.contents
  }
}

extension EventRing: Sendable where Model.Event: Sendable {}
