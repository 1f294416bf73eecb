/// What an observer of a simulation is told: one step in the life of one process.
public struct ProcessEvent: Sendable, Hashable, CustomStringConvertible {
  /// What happened.
  public enum Kind: Sendable, Hashable {
    /// The process begins.
    case started
    /// It suspends; in words, for what.
    case waits(for: String)
    /// Its wait is over, by whatever ended it.
    case woken
    /// It returned or threw.
    case ended
  }

  /// The name of the process; "a child task" for a child of one.
  public let process: String
  public let kind: Kind
  /// When it happened.
  public let time: SimulationTime

  public var description: String {
    let what =
      switch kind {
      case .started: "starts"
      case .waits(let reason): "waits for \(reason)"
      case .woken: "goes on"
      case .ended: "ends"
      }
    return "\(time.seconds) s: \(process) \(what)"
  }
}
