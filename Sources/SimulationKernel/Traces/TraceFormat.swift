/// What a trace is written as.
public enum TraceFormat: Sendable, Hashable {
  /// One line an event: `#17 3.25 s: departure`, with the event's serial (for processes, the number of wake-ups so far)
  /// and, where that is not normal, its rank.
  case text
  /// The Trace Event Format of Chrome, in JSON, which ui.perfetto.dev opens: an instant event for each event, a slice
  /// for each wait of a process and for each step between two; times in microseconds of simulated time.
  case perfetto
}
