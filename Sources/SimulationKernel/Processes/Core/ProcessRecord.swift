/// What the kernel keeps about one process, or about a child task while it waits: 64 bytes.
struct ProcessRecord {
  enum State: UInt8 {
    case free
    case running
    case parked
    /// Woken, and in the queue of those that run at the current time.
    case ready
    /// Suspended for ever, since it took no notice of the end of its waits.
    case abandoned
  }

  /// How the last wait ended.
  enum Outcome: UInt8 {
    case granted
    case timedOut
    /// Not with what was waited for: `pending` says why.
    case pending
  }

  /// What is to be delivered at the next wait.
  struct Pending: OptionSet {
    let rawValue: UInt8
    static let cancelled = Pending(rawValue: 1)
    static let deadline = Pending(rawValue: 2)
    static let thrown = Pending(rawValue: 4)
  }

  /// While parked.
  var job: UnownedJob?
  /// The address of the task, which tells it from its children; they inherit all else.
  var task: UInt = 0
  var name = ""
  /// What is waited for, while it is; the waiting call keeps it alive.
  var object: Unmanaged<AnyObject>?
  /// Counts the waits, so that a ticket of an earlier one opens nothing.
  var turn: UInt32 = 0
  /// Twice the number of uses of the record, so that a handle to an earlier process finds it ended; and 1 for a process.
  private var generationAndKind: UInt32 = 0
  /// Stands behind the name; -1 for none.
  var number: Int32 = -1
  /// Which of several conditions was met, or the next free record.
  var value: UInt32 = 0
  /// The innermost deadline, in the table of deadlines.
  var deadline = DeadlineTable.none
  var state = State.free
  var pending: Pending = []
  var outcome = Outcome.granted
  var wait = WaitKind.time
  /// Whether it was started; a child task is none.
  var isProcess: Bool {
    get { generationAndKind & 1 == 1 }
    set { generationAndKind = generationAndKind & ~1 | (newValue ? 1 : 0) }
  }
  var generation: UInt32 { generationAndKind >> 1 }
  mutating func endUse() { generationAndKind = (generationAndKind | 1) &+ 1 }

  var label: String { number < 0 ? name : "\(name) \(number)" }
}

/// The right to wake one process from one wait.
struct Ticket: BitwiseCopyable, Hashable, Sendable {
  let slot: UInt32
  let turn: UInt32
}

/// What an entry of the event list does when its time comes.
struct WakeUp: BitwiseCopyable, Sendable {
  enum Kind: UInt32 {
    case wake
    /// Wakes with the outcome `timedOut`.
    case timeout
    case deadline
  }

  // The kind stands in the two upper bits: 8 bytes keep an entry of the list at 24.
  private let packed: UInt32
  private let turn: UInt32

  init(_ kind: Kind, _ ticket: Ticket) {
    packed = kind.rawValue << 30 | ticket.slot
    turn = ticket.turn
  }

  var kind: Kind { Kind(rawValue: packed >> 30) ?? .wake }
  var ticket: Ticket { Ticket(slot: packed & (1 << 30 - 1), turn: turn) }
}
