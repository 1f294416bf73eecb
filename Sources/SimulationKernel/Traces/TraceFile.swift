#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is being written; it keeps its first error and takes nothing more after that.
struct TraceFile: ~Copyable {
  private let descriptor: Int32
  let path: String
  private(set) var error: TraceError?

  init(path: String) throws(TraceError) {
    var descriptor: Int32
    repeat {
      descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw TraceError(path: path, operation: .open, code: errno) }
    self.init(descriptor: descriptor, path: path)
  }

  /// Takes over an open descriptor.
  init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  mutating func write(_ bytes: [UInt8]) {
    guard error == nil else { return }
    let code = bytes.withUnsafeBytes { bytes in Self.withoutPipeSignal(descriptor) { send(bytes) } }
    if code != 0 { error = TraceError(path: path, operation: .write, code: code) }
  }

  /// Closes the file and returns the first error of all.
  consuming func finish() -> TraceError? {
    // On Linux the descriptor is gone even where close fails, and a second call might close another file.
    if close(descriptor) != 0, errno != EINTR, error == nil {
      return TraceError(path: path, operation: .close, code: errno)
    }
    return error
  }

  /// Writes all bytes; returns 0 or `errno`.
  private func send(_ bytes: UnsafeRawBufferPointer) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let chunk = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, chunk.baseAddress, chunk.count)
      #else
        let count = Darwin.write(descriptor, chunk.baseAddress, chunk.count)
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// Keeps the signal of a pipe that nobody reads from ending the program; the write still fails with EPIPE.
  ///
  /// Only the calling thread's mask changes, and only for the call, so that the program's own handling of signals stays.
  private static func withoutPipeSignal(_ descriptor: Int32, _ body: () -> Int32) -> Int32 {
    #if canImport(Glibc)
      var pipeSignal = sigset_t()
      var pending = sigset_t()
      var before = sigset_t()
      sigemptyset(&pipeSignal)
      sigaddset(&pipeSignal, SIGPIPE)
      sigpending(&pending)
      // One that was pending before is not ours to take away.
      let wasPending = sigismember(&pending, SIGPIPE) == 1
      pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
      let code = body()
      if code == EPIPE, !wasPending {
        // Asked for first: where the program ignores the signal there is none to wait for.
        sigpending(&pending)
        var taken: Int32 = 0
        if sigismember(&pending, SIGPIPE) == 1 { sigwait(&pipeSignal, &taken) }
      }
      pthread_sigmask(SIG_SETMASK, &before, nil)
      return code
    #else
      _ = fcntl(descriptor, F_SETNOSIGPIPE, 1)
      return body()
    #endif
  }
}
