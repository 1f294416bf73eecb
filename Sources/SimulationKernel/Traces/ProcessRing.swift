/// Keeps the last steps of a simulation's processes, to be written when it is known that they matter.
///
/// ```swift
/// let last = ProcessRing(capacity: 1_000)
/// simulation.trace(into: last)
/// do { try simulation.run { … } } catch { print(last.text) }
/// ```
///
/// A step costs a text, as for every observer of processes. It belongs to the thread of its simulation.
public final class ProcessRing {
  /// The steps, the last one last.
  public private(set) var steps: TraceRing<ProcessStep>

  /// - Precondition: `capacity` is at least 1.
  public init(capacity: Int) {
    steps = TraceRing(capacity: capacity)
  }

  func append(_ step: ProcessStep) { steps.append(step) }

  /// Writes the steps that are kept, the oldest first; the writer is not closed.
  public func write(to writer: TraceWriter) {
    for step in steps.elements { writer.record(step) }
  }

  /// The steps that are kept, a line each, the oldest first.
  public var text: String {
    let writer = TraceWriter(.text)
    write(to: writer)
    return writer.contents
  }
}
