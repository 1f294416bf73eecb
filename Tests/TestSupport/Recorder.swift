import Synchronization

/// Values in the order in which they are recorded, from wherever that is.
public final class Recorder<Value: Sendable>: Sendable {
  private let state = Mutex<[Value]>([])

  public init() {}

  public var values: [Value] { state.withLock { $0 } }

  public func record(_ value: Value) {
    state.withLock { $0.append(value) }
  }
}
