/// A probe of a model observes its runs: it measures the model after every event.
///
/// ```swift
/// var length = Probe(Gauge(count: \Bank.queue.count), AtInterval(.seconds(60), Tally()))
/// length.observe(simulation.model, at: simulation.now)  // the beginning, which no event tells of
/// simulation.run(until: hour, observer: &length)
/// length.sink.advance(to: simulation.now)  // what holds from the last event to the end of the run
/// ```
///
/// What happens before and after the run stays with the caller: a run may be one of many pieces, and a monitor of single
/// values would count each border between two.
extension Probe: SimulationObserver where Quantity.State: SimulationModel {
  public typealias Model = Quantity.State

  @inlinable
  public mutating func didHandle(_ event: HandledEvent<Model.Event>, in model: Model) {
    observe(model, at: event.time)
  }
}
