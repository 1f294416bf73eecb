#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads that do the same work until all of them have nothing left to do.
enum Workers {
  /// Processors that this machine lets programs use.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// As much as the main thread has on Linux; the others of macOS would have a sixteenth of that.
  private static var stackSize: Int { 8 << 20 }

  /// Calls `body` on the calling thread and on `count` - 1 others at once, and returns when all calls have ended.
  ///
  /// Where the system refuses a thread, the work is done by fewer.
  static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    guard count > 0 else { return }
    var threads: [pthread_t] = []
    for _ in 1..<count {
      guard let thread = start(body) else { break }
      threads.append(thread)
    }
    body()
    for thread in threads { pthread_join(thread, nil) }
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let work = Unmanaged.passRetained(Work(body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let refused = pthread_create(&thread, &attributes, performWork, work.toOpaque())
    guard refused == 0 else {
      work.release()
      return nil
    }
    return thread
  }
}

/// What a thread has to do.
private final class Work: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}

#if canImport(Darwin)
  private func performWork(_ work: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
    return nil
  }
#else
  private func performWork(_ work: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
    return nil
  }
#endif
