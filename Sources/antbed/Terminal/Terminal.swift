import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// What is known about the terminal, if there is one.
enum Terminal {
  /// Whether standard error is a terminal: progress and diagnostics go there, results to standard output.
  static var isInteractive: Bool { isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb" }

  /// Whether text on standard output shall have colours; see no-color.org for the variable.
  static var outputHasColor: Bool { isatty(STDOUT_FILENO) == 1 && allowsColor }

  static var errorHasColor: Bool { isInteractive && allowsColor }

  /// The columns of the terminal on standard error; 80 where there is none.
  static var columns: Int { columns(of: STDERR_FILENO) ?? 80 }

  /// The columns that tables on standard output may take: a file has room for any.
  static var outputColumns: Int { columns(of: STDOUT_FILENO) ?? .max }

  private static func columns(of file: Int32) -> Int? {
    var size = winsize()
    guard isatty(file) == 1, ioctl(file, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  static func printError(_ text: String) { writeError(text.hasSuffix("\n") ? text : text + "\n") }

  /// Writes to standard error as much as it takes: what cannot be said there can be said nowhere.
  static func writeError(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  private static var allowsColor: Bool { environment("NO_COLOR") == nil && environment("TERM") != "dumb" }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
