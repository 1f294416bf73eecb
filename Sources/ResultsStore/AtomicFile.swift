public import Foundation

/// Writes files so that a reader sees either all of the old content or all of the new.
public enum AtomicFile {
  /// Replaces or makes the file at `url`, through a hidden file beside it that takes its name at the end.
  ///
  /// The end of the process at any point leaves the file as it was or as it should be. Two tasks of one process must
  /// not write the same file at the same time; two processes may, and the last one wins.
  ///
  /// - Throws: `missing` (there is no such folder), `notAFile` (a folder has that name), `readOnly`, `diskFull` or
  ///   `failed`. The file is then as it was.
  public static func write(_ text: String, to url: URL) throws(ResultsStoreError) {
    try write(Data(text.utf8), to: url)
  }

  /// Replaces or makes the file at `url`, as `write(_:to:)` does for text.
  public static func write(_ data: Data, to url: URL) throws(ResultsStoreError) {
    // The name is the same for every write of a process to this file: what a kill leaves does not pile up.
    let partial = url.deletingLastPathComponent().path + "/.\(url.lastPathComponent).\(getpid()).partial"
    do throws(ResultsStoreError) {
      try writeWhole(data, to: partial, for: url.path)
      guard rename(partial, url.path) == 0 else {
        throw ResultsStoreError.system(url.path, "the file cannot be replaced", errno: errno)
      }
    } catch {
      _ = unlink(partial)
      throw error
    }
  }

  private static func writeWhole(_ data: Data, to partial: String, for path: String) throws(ResultsStoreError) {
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system(path, "the file cannot be written", errno: errno) }
    var failure: Int32 = 0
    data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while failure == 0, !rest.isEmpty {
        let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno != EINTR {
          failure = errno
        }
      }
    }
    // Some file systems report a full disk only here.
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw .system(path, "the file cannot be written", errno: failure) }
  }
}
