/// Writes what happens in one simulation, event by event, to a file or into memory.
///
/// ```swift
/// var trace = EventTrace<Bank>(try TraceWriter(path: "bank.json", .perfetto))
/// simulation.run(until: hour, observer: &trace)
/// try trace.writer.close()
/// ```
///
/// Equal runs give equal bytes. What goes wrong while writing does not disturb the run: writing ends, and ``close(at:)``
/// throws. A writer that goes out of memory without having been closed still completes its file, and then there is
/// nobody to tell of an error. It belongs to one thread.
public final class TraceWriter {
  /// What it writes.
  public let format: TraceFormat
  private var file: TraceFile?
  private var failure: TraceError?
  private let isInMemory: Bool
  private(set) var isClosed = false
  /// How much is collected before it is written: a call of the system for each event would cost more than all the rest.
  private static let bufferSize = 1 << 16

  var text = TraceText()
  var isFirstRecord = true
  var tracks: [String: Int] = [:]
  var lanes: [ProcessStep.Lane: ProcessLane] = [:]
  var trackCount = 0
  var lastTime = SimulationTime.zero

  /// Writes into memory; ``contents`` returns it.
  public init(_ format: TraceFormat) {
    self.format = format
    isInMemory = true
    writeHead()
  }

  /// Writes to a file, which is made, or emptied where it is there already.
  ///
  /// - Throws: `TraceError` where the file cannot be opened.
  public init(path: String, _ format: TraceFormat) throws(TraceError) {
    self.format = format
    isInMemory = false
    file = try TraceFile(path: path)
    writeHead()
  }

  /// Writes to an open descriptor, a pipe for instance, and closes it in the end.
  ///
  /// - Parameters:
  ///   - descriptor: Open for writing, and blocking; it belongs to the writer from now on.
  ///   - name: Stands for it in errors.
  ///   - format: What it is written as.
  public init(descriptor: Int32, name: String, _ format: TraceFormat) {
    self.format = format
    isInMemory = false
    file = TraceFile(descriptor: descriptor, path: name)
    writeHead()
  }

  deinit {
    finish()
  }

  /// What was written into memory so far, complete only once the writer is closed; empty where it writes to a file.
  ///
  /// - Complexity: O(n) for n bytes.
  public var contents: String { isInMemory ? String(decoding: text.bytes, as: UTF8.self) : "" }

  /// What went wrong so far; ``close(at:)`` throws it. From then on nothing more is written.
  public var error: TraceError? { failure ?? file?.error }

  /// Completes the trace and closes its file; what is recorded afterwards is left out. A second call does nothing.
  ///
  /// - Parameter end: Where the clock of the simulation stands: what still waits is drawn up to there. The time of the
  ///   last record by default, and where that is later.
  /// - Throws: `TraceError` where a write failed, this one or an earlier one: a full disk, a pipe that nobody reads.
  ///   The file then ends somewhere.
  public func close(at end: SimulationTime? = nil) throws(TraceError) {
    let wasClosed = isClosed
    lastTime = max(lastTime, end ?? lastTime)
    finish()
    if !wasClosed, let failure { throw failure }
  }

  /// Whether a record is of any use.
  @usableFromInline var takesRecords: Bool { !isClosed && error == nil }

  /// To be called after every record.
  func flushIfFull() {
    if text.bytes.count >= Self.bufferSize, !isInMemory { flush() }
  }

  private func flush() {
    file?.write(text.bytes)
    text.removeAll()
  }

  private func finish() {
    guard !isClosed else { return }
    if error == nil { writeTail() }
    isClosed = true
    guard !isInMemory else { return }
    flush()
    if let file = file.take() { failure = file.finish() }
  }

  private func writeHead() {
    guard format == .perfetto else { return }
    text.append("{\"displayTimeUnit\":\"ms\",\"traceEvents\":[")
    beginRecord()
    text.append("{\"ph\":\"M\",\"pid\":1,\"tid\":0,\"name\":\"process_name\",\"args\":{\"name\":\"simulation\"}}")
  }

  private func writeTail() {
    guard format == .perfetto else { return }
    endLanes()
    text.append("\n]}\n")
  }
}
