/// What a process waits for, as the report of a deadlock says it; becomes text only there.
enum WaitKind: UInt8 {
  case time
  case resource
  case store
  case storeSpace
  case container
  case containerSpace
  case signal
  case barrier
  case semaphore
  case processEnd
  case severalThings

  /// - Parameter name: Of the thing waited for; empty for what has none.
  func text(_ name: String) -> String {
    switch self {
    case .time: "a time"
    case .resource: "a unit of '\(name)'"
    case .store: "an item of '\(name)'"
    case .storeSpace: "space in '\(name)'"
    case .container: "an amount from '\(name)'"
    case .containerSpace: "room for an amount in '\(name)'"
    case .signal: "signal '\(name)'"
    case .semaphore: "a permit of '\(name)'"
    case .barrier: "barrier '\(name)'"
    case .processEnd: "the end of \(name)"
    case .severalThings: "the first of several things"
    }
  }
}

/// What can be waited for and has a name.
protocol Awaited: AnyObject {
  var name: String { get }
  /// Who has what is waited for, where that is known: "customer 3".
  var holders: [String] { get }
}

extension Awaited {
  var holders: [String] { [] }
}
