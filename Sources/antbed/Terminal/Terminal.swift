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

  /// The columns of the terminal; 80 where that cannot be told.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  static func printError(_ text: String) {
    FileHandle.standardError.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }

  private static var allowsColor: Bool { environment("NO_COLOR") == nil && environment("TERM") != "dumb" }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
