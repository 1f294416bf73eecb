/// The deadlines that are in force, each within those that it stands inside of.
struct DeadlineTable {
  static let none = UInt32.max

  struct Entry {
    /// The process's record; `none` for a free entry.
    var slot: UInt32
    var generation: UInt32
    /// The next deadline outwards, or the next free entry.
    var outer: UInt32
    var isReached = false
  }

  private(set) var entries: [Entry] = []
  private var firstFree = none

  /// - Returns: A ticket whose slot is the index of the entry.
  mutating func add(of slot: UInt32, outer: UInt32) -> Ticket {
    if firstFree != Self.none {
      let index = firstFree
      let entry = entries[Int(index)]
      firstFree = entry.outer
      entries[Int(index)] = Entry(slot: slot, generation: entry.generation, outer: outer)
      return Ticket(slot: index, turn: entry.generation)
    }
    precondition(entries.count < 1 << 30, "more than 2^30 deadlines are in force at once")
    entries.append(Entry(slot: slot, generation: 0, outer: outer))
    return Ticket(slot: UInt32(entries.count - 1), turn: 0)
  }

  mutating func remove(_ ticket: Ticket) {
    entries[Int(ticket.slot)] = Entry(slot: Self.none, generation: ticket.turn &+ 1, outer: firstFree)
    firstFree = ticket.slot
  }

  /// The next deadline outwards.
  func outer(of ticket: Ticket) -> UInt32 { entries[Int(ticket.slot)].outer }

  /// Whether the ticket's deadline is still in force.
  func isInForce(_ ticket: Ticket) -> Bool {
    entries[Int(ticket.slot)].generation == ticket.turn && entries[Int(ticket.slot)].slot != Self.none
  }

  /// Notes that a deadline has come; returns whose it is.
  mutating func reach(_ ticket: Ticket) -> UInt32 {
    entries[Int(ticket.slot)].isReached = true
    return entries[Int(ticket.slot)].slot
  }

  /// Whether a deadline that is in force has come.
  func isReached(_ ticket: Ticket) -> Bool { entries[Int(ticket.slot)].isReached }

  /// The outermost deadline that was reached, going outwards from one.
  func reached(from innermost: UInt32) -> Ticket? {
    var found: Ticket?
    var index = innermost
    while index != Self.none {
      let entry = entries[Int(index)]
      if entry.isReached { found = Ticket(slot: index, turn: entry.generation) }
      index = entry.outer
    }
    return found
  }
}
