/// Why a simulation in process style could not be finished.
///
/// None of them can be continued: the run is unwound, and what it had waiting is woken with `CancellationError`. A
/// process that waits outside the simulation cannot be woken from here: it, and who waits for it, stays in memory.
public enum SimulationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No event is left, yet processes still wait; each entry says who waits for what. At most ten are listed, then how
  /// many more there are.
  case deadlock(at: SimulationTime, waiting: [String])
  /// A process waits for something outside the simulation, or was resumed on a thread outside it: the wall clock, an
  /// unstructured `Task`, the main actor. Its order among the events would differ from run to run.
  case escaped(at: SimulationTime)
  /// A started process threw an error that was no cancellation; `underlying` describes it.
  case processFailed(name: String, at: SimulationTime, underlying: String)

  /// A process, or a child task of one, takes no notice of the errors of its waits: after a cancellation, a deadline or
  /// the end of the run it waited again and again, 65,536 times or more at one time. It is given up, and stays in memory.
  case doesNotEnd(name: String, at: SimulationTime)
  /// An attached model stopped the run before its root process had ended.
  case stopped(at: SimulationTime)

  public var description: String {
    switch self {
    case .deadlock(let time, let waiting):
      "deadlock at \(time.seconds) s of simulated time: no event is left, but " + waiting.joined(separator: "; ")
    case .escaped(let time):
      "at \(time.seconds) s of simulated time a process left the simulation: it waits for the wall clock, an "
        + "unstructured Task or another actor, which no simulation can order"
    case .processFailed(let name, let time, let underlying):
      "at \(time.seconds) s of simulated time process '\(name)' failed: \(underlying)"
    case .doesNotEnd(let name, let time):
      "at \(time.seconds) s of simulated time '\(name)' does not end: it waits on and on and drops the errors that "
        + "its waits throw, as `try?` in a loop does"
    case .stopped(let time):
      "at \(time.seconds) s of simulated time an attached model stopped the run before its root process had ended"
    }
  }
}
