/// How an event of a model appears in a trace.
///
/// ```swift
/// enum Event: BitwiseCopyable, TraceLabel {
///   case arrival, departure(counter: Int)
///   var traceTrack: String { if case .departure(let counter) = self { "counter \(counter)" } else { "door" } }
/// }
/// ```
///
/// Without it an event appears as its description on the track "events". Any text may be returned: it is escaped where
/// the format asks for that. Asked for traced events only, when they are written.
public protocol TraceLabel {
  /// What happens; the event's description by default.
  var traceName: String { get }
  /// Where it happens: events of one track stand in one row.
  var traceTrack: String { get }
}

extension TraceLabel {
  public var traceName: String { String(describing: self) }
}
