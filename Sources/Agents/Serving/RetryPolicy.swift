/// What a client does about attempts that fail: it waits and tries again.
///
/// Before retry i, from 1, it waits d = base · factor^(i - 1) seconds, changed by the jitter.
public struct RetryPolicy: Sendable, Hashable {
  /// How chance changes a wait d (Brooker 2015, "Exponential backoff and jitter", AWS Architecture Blog).
  public enum Jitter: String, Sendable, CaseIterable {
    /// d.
    case none
    /// Uniform on (0, d).
    case full
    /// d / 2 and uniform on (0, d / 2).
    case equal
  }

  /// Retries of one call, at least 0.
  public var limit = 2
  /// Seconds before the first retry, without jitter.
  public var base = 0.5
  /// By what the wait grows with each retry, at least 1.
  public var factor = 2.0
  /// Seconds that no wait exceeds, without jitter.
  public var longest = 60.0
  public var jitter = Jitter.full
  /// Retries of all calls of a service as a share of the calls made so far; infinite without such a budget.
  public var budget = Double.infinity

  public init() {}

  /// Seconds before retry `number`, from 1.
  ///
  /// - Parameter draw: On (0, 1).
  func wait(before number: Int, draw: Double) -> Double {
    var wait = base
    for _ in 1..<max(1, min(number, 64)) { wait = min(wait * factor, longest) }
    wait = min(wait, longest)
    return switch jitter {
    case .none: wait
    case .full: wait * draw
    case .equal: wait / 2 * (1 + draw)
    }
  }
}
