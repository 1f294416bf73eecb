/// The processes of a simulation that wait, for a time or for each other.
///
/// Each waits in a numbered space. A space is used again and again, so a ticket carries the turn of its use: a stale
/// ticket, of a process that was cancelled, opens nothing.
struct ParkingLot {
  struct Ticket: BitwiseCopyable, Hashable, Sendable {
    fileprivate let space: UInt32
    fileprivate let turn: UInt32
  }

  typealias Continuation = UnsafeContinuation<Void, any Error>

  private enum State {
    case free
    /// The ticket is drawn, the process is about to suspend.
    case reserved
    case cancelledBeforeParking
    case parked(Continuation, reason: String)
  }

  private var spaces: [(state: State, turn: UInt32)] = []
  private var free: [UInt32] = []

  mutating func reserve() -> Ticket {
    if let space = free.popLast() {
      spaces[Int(space)].state = .reserved
      return Ticket(space: space, turn: spaces[Int(space)].turn)
    }
    precondition(spaces.count < Int(UInt32.max), "more than 2^32 processes wait at once")
    spaces.append((.reserved, 0))
    return Ticket(space: UInt32(spaces.count - 1), turn: 0)
  }

  /// Takes in a process; one that was cancelled meanwhile goes on at once, with `CancellationError`.
  ///
  /// - Parameter reason: What it waits for, as the report of a deadlock says it.
  mutating func park(_ continuation: Continuation, with ticket: Ticket, reason: String) {
    if case .cancelledBeforeParking = spaces[Int(ticket.space)].state {
      vacate(ticket)
      continuation.resume(throwing: CancellationError())
    } else {
      spaces[Int(ticket.space)].state = .parked(continuation, reason: reason)
    }
  }

  /// Whether the ticket's process still waits.
  func isParked(_ ticket: Ticket) -> Bool {
    if spaces[Int(ticket.space)].turn == ticket.turn, case .parked = spaces[Int(ticket.space)].state { return true }
    return false
  }

  /// Frees the space of a waiting process; the caller resumes it. `nil` when it waits no more.
  mutating func leave(_ ticket: Ticket) -> Continuation? {
    guard spaces[Int(ticket.space)].turn == ticket.turn,
      case .parked(let continuation, _) = spaces[Int(ticket.space)].state
    else { return nil }
    vacate(ticket)
    return continuation
  }

  mutating func cancel(_ ticket: Ticket) {
    guard spaces[Int(ticket.space)].turn == ticket.turn else { return }
    switch spaces[Int(ticket.space)].state {
    case .reserved: spaces[Int(ticket.space)].state = .cancelledBeforeParking
    case .parked: leave(ticket)?.resume(throwing: CancellationError())
    case .free, .cancelledBeforeParking: break
    }
  }

  /// What the waiting processes wait for, each reason once with their number, sorted.
  var waiting: [String] {
    var counts: [String: Int] = [:]
    for case .parked(_, let reason) in spaces.lazy.map(\.state) { counts[reason, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { "\($0.value) waiting for \($0.key)" }
  }

  private mutating func vacate(_ ticket: Ticket) {
    spaces[Int(ticket.space)] = (.free, ticket.turn &+ 1)
    free.append(ticket.space)
  }
}
