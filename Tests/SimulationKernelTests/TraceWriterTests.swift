import Foundation
import SimulationKernel
import TestSupport
import Testing

@Suite("TraceWriter")
struct TraceWriterTests {
  private func record(_ events: Int, to writer: TraceWriter) -> Fingerprint {
    var walkers = Simulation(Walkers(10))
    var trace = EventTrace<Walkers>(writer)
    walkers.run(maximumEvents: events, observer: &trace)
    return walkers.fingerprint
  }

  @Test("A file has the bytes that memory has", arguments: [TraceFormat.text, .perfetto])
  func file(format: TraceFormat) throws {
    let folder = try TemporaryFolder()
    // More than one buffer of 64 KiB.
    let (file, memory) = (try TraceWriter(path: folder.file("trace").path, format), TraceWriter(format))
    #expect(record(3_000, to: file) == record(3_000, to: memory))
    try file.close()
    try memory.close()
    #expect(memory.contents.utf8.count > 1 << 16)
    #expect(try folder.text("trace") == memory.contents)
    #expect(file.contents.isEmpty)
  }

  @Test("A file is emptied before, and takes nothing after it was closed")
  func closed() throws {
    let folder = try TemporaryFolder()
    try folder.write("something else", to: "trace")
    let writer = try TraceWriter(path: folder.file("trace").path, .text)
    _ = record(1, to: writer)
    try writer.close()
    _ = record(1, to: writer)
    try writer.close()
    #expect(try folder.text("trace") == "#0 0.0 s: Step(walker: 0)\n")
  }

  @Test("A file that nobody closes is completed when its writer goes")
  func forgotten() throws {
    let folder = try TemporaryFolder()
    do { _ = record(5, to: try TraceWriter(path: folder.file("trace").path, .perfetto)) }
    let document = try TraceDocument(try folder.text("trace"))
    #expect(document.traceEvents.filter { $0.ph == "i" }.count == 5)
  }

  private struct Speech: SimulationModel {
    struct Event: BitwiseCopyable, TraceLabel {
      let scalar: Unicode.Scalar
      var traceName: String { "\"\\\(scalar)" }
      var traceTrack: String { "track\(scalar)" }
    }

    let scalar: Unicode.Scalar
    mutating func start(in scheduler: inout Scheduler<Event>) {
      scheduler.schedule(Event(scalar: scalar), after: .seconds(1e308))
    }
    mutating func handle(_ event: Event, in scheduler: inout Scheduler<Event>) {}
  }

  @Test(
    "Any name comes back from JSON, and stays on its line in text", arguments: ["\n", "\u{0}", "\"", "\\", "ü", "🐜"])
  func escaping(scalar: Unicode.Scalar) throws {
    var lines = ""
    for format in [TraceFormat.perfetto, .text] {
      var simulation = Simulation(Speech(scalar: scalar))
      var trace = EventTrace<Speech>(TraceWriter(format))
      simulation.run(observer: &trace)
      try trace.writer.close()
      lines = trace.writer.contents
      guard format == .perfetto else { continue }
      let document = try TraceDocument(lines)
      #expect(document.traceEvents.last?.name == "\"\\\(scalar)")
      #expect(document.tracks == ["track\(scalar)"])
      #expect(document.traceEvents.last?.ts == .greatestFiniteMagnitude)
    }
    #expect(lines.split(separator: "\n").count == 1)
  }

  // MARK: What goes wrong

  @Test("A file that cannot be opened is an error that names it")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("nowhere/trace").path
    let error = #expect(throws: TraceError.self) { try TraceWriter(path: path, .text) }
    #expect(error == TraceError(path: path, operation: .open, code: ENOENT))
    #expect(error?.description == "trace '\(path)': cannot open it: No such file or directory")
  }

  #if os(Linux)
    @Test("A full disk does not disturb the run, and is told of when the trace is closed", arguments: [1, 3_000])
    func fullDisk(events: Int) throws {
      let writer = try TraceWriter(path: "/dev/full", .perfetto)
      #expect(record(events, to: writer) == record(events, to: TraceWriter(.text)))
      let expected = TraceError(path: "/dev/full", operation: .write, code: ENOSPC)
      // The file is known to be full once a buffer is.
      #expect(writer.error == (events > 1_000 ? expected : nil))
      #expect(throws: expected) { try writer.close() }
      #expect(writer.error == expected)
      try writer.close()
    }
  #endif

  // In a process of its own, since how a signal is taken is a matter of the whole process.
  @Test("A pipe that nobody reads does not end the program, which would be told of later pipes")
  func closedPipe() async {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_DFL)
      try expectBrokenPipe()
      var set = sigset_t()
      pthread_sigmask(SIG_BLOCK, nil, &set)
      try #require(sigismember(&set, SIGPIPE) == 0)
    }
    await #expect(processExitsWith: .signal(SIGPIPE)) {
      signal(SIGPIPE, SIG_DFL)
      try expectBrokenPipe()
      let end = try brokenPipe()
      _ = write(end, "a", 1)
    }
  }

  @Test("A program that ignores the signal of a broken pipe does not wait for it")
  func ignoredPipe() async {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_IGN)
      try expectBrokenPipe()
    }
  }

  @Test("A descriptor that is not open is an error of the trace")
  func badDescriptor() {
    let writer = TraceWriter(descriptor: -1, name: "nothing", .text)
    #expect(throws: TraceError(path: "nothing", operation: .close, code: EBADF)) { try writer.close() }
  }
}

/// The writing end of a pipe that nobody reads from.
private func brokenPipe() throws -> Int32 {
  var ends: [Int32] = [-1, -1]
  try #require(pipe(&ends) == 0)
  close(ends[0])
  return ends[1]
}

/// Ends the process where a trace into a broken pipe is not refused.
private func expectBrokenPipe() throws {
  let writer = TraceWriter(descriptor: try brokenPipe(), name: "pipe", .perfetto)
  do {
    try writer.close()
    exit(2)
  } catch {
    guard error == TraceError(path: "pipe", operation: .write, code: EPIPE) else { exit(3) }
  }
}
