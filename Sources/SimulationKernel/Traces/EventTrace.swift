/// Writes every event of a run before the model handles it.
///
/// It costs the description of each event; ``EventRing`` describes nothing before somebody asks.
@frozen
public struct EventTrace<Model: SimulationModel>: SimulationObserver {
  /// Where it goes; to be closed after the last run.
  public let writer: TraceWriter

  @inlinable
  public init(_ writer: TraceWriter) {
    self.writer = writer
  }

  @inlinable
  public mutating func willHandle(_ event: HandledEvent<Model.Event>, in model: Model) { writer.record(event) }
}
