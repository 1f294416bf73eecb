#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why a trace could not be written. The run that it was to tell of is not affected.
public struct TraceError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What failed.
  public enum Operation: String, Sendable, Hashable {
    case open
    case write
    case close
  }

  /// The file, or what the descriptor was called.
  public let path: String
  public let operation: Operation
  /// The system's `errno`.
  public let code: Int32

  public init(path: String, operation: Operation, code: Int32) {
    self.path = path
    self.operation = operation
    self.code = code
  }

  /// The system's words for `code`.
  public var reason: String { String(cString: strerror(code)) }

  public var description: String { "trace '\(path)': cannot \(operation.rawValue) it: \(reason)" }
}
