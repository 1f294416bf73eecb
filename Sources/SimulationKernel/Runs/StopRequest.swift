import Synchronization

/// A wish to end a run, which any thread may utter: the handler of a signal, a user who presses a button.
///
/// ```swift
/// let stop = StopRequest()
/// // elsewhere: stop.request()
/// let end = try simulation.run(until: horizon, stop: stop)
/// ```
public final class StopRequest: Sendable {
  private let flag = Atomic(false)

  /// Makes a request that nobody has uttered yet.
  public init() {}

  /// Asks the run to end; it looks every 1,024 events.
  public func request() { flag.store(true, ordering: .relaxed) }

  /// Whether the run was asked to end.
  public var isRequested: Bool { flag.load(ordering: .relaxed) }
}
