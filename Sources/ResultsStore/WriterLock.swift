import Foundation

/// The right to write one file of results, held for as long as a whole experiment runs.
///
/// SQLite's own locks last for one transaction: two programs could take turns and run everything twice. This lock is
/// `flock` on a file beside the database; the system gives it up when the process ends, however it ends. The lock file
/// itself stays behind on purpose, for removing it would let two programs lock two different files of one name.
final class WriterLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock for the database at `path`, without waiting.
  ///
  /// - Throws: `locked` where another writer holds it, in this process or any other.
  init(for path: String) throws(ResultsStoreError) {
    let lockPath = path + ".lock"
    // A child process, such as gnuplot, must not inherit the lock and hold it after its parent was killed.
    let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(lockPath, "the lock file cannot be opened", errno: errno) }
    var refusal = flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno
    while refusal == EINTR { refusal = flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno }
    guard refusal == 0 else {
      let holder = Self.process(notedIn: descriptor)
      _ = close(descriptor)
      if refusal == EWOULDBLOCK { throw .locked(path, by: holder) }
      throw .system(lockPath, "the file system cannot lock the results", errno: refusal)
    }
    Self.note(processIn: descriptor)
    self.descriptor = descriptor
  }

  deinit {
    _ = close(descriptor)
  }

  /// Gives the lock up; harmless where it was given up already.
  func release() {
    _ = flock(descriptor, LOCK_UN)
  }

  // The number serves the error message alone, so that a note which could not be written does no harm.
  private static func note(processIn descriptor: Int32) {
    let text = Array("\(getpid())\n".utf8)
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, text, text.count, 0) }
  }

  private static func process(notedIn descriptor: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int(String(decoding: bytes[..<count].prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}
