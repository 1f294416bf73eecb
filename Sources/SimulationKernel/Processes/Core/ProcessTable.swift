/// The state of a simulation of processes: its clock, its event list and the record of every process.
///
/// It lies behind one unsafe pointer: as properties of a class each access would be checked for exclusivity, which
/// costs as much as the access itself many times over.
@usableFromInline
struct ProcessTable: ~Copyable {
  static let none = UInt32.max

  @usableFromInline var now = SimulationTime.zero
  var wakeCount = 0
  var fingerprint = Fingerprint()
  var wakeUps = EventList<WakeUp>()
  /// `[attached model]`: the key of its next event, `.max` where there is none.
  var modelKeys: [UInt128] = []
  var ready = ReadyQueue()
  private(set) var records: UnsafeMutablePointer<ProcessRecord>
  private(set) var recordCount: UInt32 = 0
  private var recordCapacity: UInt32 = 16
  private var firstFree = ProcessTable.none

  /// Whose job runs, as far as known.
  var current = ProcessTable.none
  /// Who is about to park.
  var parking = ProcessTable.none
  /// Whose task is being made.
  var starting = ProcessTable.none
  var isRunning = false
  /// The run ends: who waits is woken, and nobody can wait any more.
  var isUnwinding = false
  /// Set by what ends a run: the end of its root, an error, a stop.
  var attention = false
  var liveCount = 0
  /// Whose wait was ended by something else than what was waited for, and who has not gone on yet.
  var endingCount = 0
  /// Entries of the event list that have lost their meaning, about.
  var staleTimers = 0
  /// How many waits were refused since the last event, and how many events there had been.
  private var refusals = (count: 0, wakeCount: 0)

  var deadlines = DeadlineTable()
  /// Errors to throw at the next wait of the process with this slot, in order.
  var thrown: [UInt32: [any Error]] = [:]
  /// Who waits for the end of the process with this slot.
  var endWaiters: [UInt32: [(ticket: Ticket, tag: UInt32)]] = [:]
  /// The record of a task by its address; complete only while `indexed`.
  private var slots: [UInt: UInt32] = [:]
  private var indexed = false
  var failure: SimulationError?

  init() {
    records = .allocate(capacity: Int(recordCapacity))
  }

  func deallocate() {
    records.deinitialize(count: Int(recordCount))
    records.deallocate()
    ready.deallocate()
  }

  // MARK: Records

  mutating func takeSlot() -> UInt32 {
    if firstFree != Self.none {
      let slot = firstFree
      firstFree = records[Int(slot)].value
      records[Int(slot)].value = 0
      return slot
    }
    if recordCount == recordCapacity {
      precondition(recordCount < 1 << 29, "more than 2^29 processes live at once")
      let larger = UnsafeMutablePointer<ProcessRecord>.allocate(capacity: Int(recordCapacity) * 2)
      larger.moveInitialize(from: records, count: Int(recordCount))
      records.deallocate()
      records = larger
      recordCapacity *= 2
    }
    (records + Int(recordCount)).initialize(to: ProcessRecord())
    recordCount += 1
    return recordCount - 1
  }

  mutating func freeSlot(_ slot: UInt32) {
    let record = records + Int(slot)
    if indexed, record.pointee.task != 0 { slots[record.pointee.task] = nil }
    if record.pointee.pending.contains(.thrown) { thrown[slot] = nil }
    record.pointee.task = 0
    record.pointee.name = ""
    record.pointee.number = -1
    record.pointee.endUse()
    record.pointee.turn &+= 1
    record.pointee.state = .free
    record.pointee.pending = []
    record.pointee.value = firstFree
    firstFree = slot
    if current == slot { current = Self.none }
  }

  /// Makes a record findable by its task.
  mutating func setTask(_ task: UInt, of slot: UInt32) {
    records[Int(slot)].task = task
    if indexed { slots[task] = slot }
  }

  /// The record of a task that came back through the executor; `none` for a child task.
  ///
  /// Most simulations never ask, so the index is made at the first question: O(n) once, then O(1).
  mutating func find(_ task: UInt) -> UInt32 {
    if !indexed {
      indexed = true
      for slot in 0..<recordCount where records[Int(slot)].task != 0 { slots[records[Int(slot)].task] = slot }
    }
    let slot = slots[task] ?? Self.none
    current = slot
    return slot
  }

  // MARK: Waiting and waking

  @inline(__always)
  mutating func parked(_ job: UnownedJob) {
    precondition(parking != Self.none, "a task waits in the simulation by no way that it knows")
    let record = records + Int(parking)
    record.pointee.job = job
    record.pointee.state = .parked
    parking = Self.none
    current = Self.none
  }

  @inline(__always)
  func ticket(_ slot: UInt32) -> Ticket { Ticket(slot: slot, turn: records[Int(slot)].turn) }

  /// Whether the ticket's wait still goes on, or is about to begin.
  @inline(__always)
  func isWaiting(_ ticket: Ticket) -> Bool { records[Int(ticket.slot)].turn == ticket.turn }

  /// Wakes the ticket's process at the current time; false when it waits no more.
  @inline(__always)
  @discardableResult
  mutating func wake(_ ticket: Ticket, _ outcome: ProcessRecord.Outcome = .granted, value: UInt32 = 0) -> Bool {
    let record = records + Int(ticket.slot)
    guard record.pointee.turn == ticket.turn, record.pointee.state == .parked else { return false }
    record.pointee.turn &+= 1
    record.pointee.state = .ready
    record.pointee.outcome = outcome
    record.pointee.value = value
    // Who goes on at one time, and in which order, shows in no event.
    fingerprint.mix(time: now, order: UInt64(ticket.slot))
    ready.append(ReadyQueue.Entry(job: nil, slot: ticket.slot))
    return true
  }

  /// Has a process be told something at its next wait, or at once where it waits.
  mutating func deliver(_ pending: ProcessRecord.Pending, to slot: UInt32) {
    records[Int(slot)].pending.insert(pending)
    if wake(ticket(slot), .pending) { endingCount += 1 }
  }

  mutating func deliver(_ error: any Error, to slot: UInt32) {
    thrown[slot, default: []].append(error)
    deliver(.thrown, to: slot)
  }

  /// Has a waiting process be woken by the end of another.
  mutating func addEndWaiter(_ ticket: Ticket, tag: UInt32, of slot: UInt32) {
    var waiters = endWaiters.removeValue(forKey: slot) ?? []
    // Those who stopped waiting would add up while the other lives.
    if waiters.count & 63 == 63 { waiters.removeAll { !isWaiting($0.ticket) } }
    waiters.append((ticket, tag))
    endWaiters[slot] = waiters
  }

  /// Takes back errors that have not been thrown yet.
  mutating func withdraw(from slot: UInt32, where isStale: (any Error) -> Bool) {
    guard let errors = thrown[slot] else { return }
    let rest = errors.filter { !isStale($0) }
    thrown[slot] = rest.isEmpty ? nil : rest
    if rest.isEmpty { records[Int(slot)].pending.remove(.thrown) }
  }

  /// The error that a wait throws for what is pending.
  mutating func takePending(_ slot: UInt32) -> any Error {
    let record = records + Int(slot)
    if isUnwinding || record.pointee.pending.contains(.cancelled) { return CancellationError() }
    if record.pointee.pending.contains(.deadline), let deadline = deadlines.reached(from: record.pointee.deadline) {
      return DeadlineReached(deadline: deadline)
    }
    guard var errors = thrown[slot], !errors.isEmpty else { return CancellationError() }
    let error = errors.removeFirst()
    thrown[slot] = errors.isEmpty ? nil : errors
    if errors.isEmpty { record.pointee.pending.remove(.thrown) }
    return error
  }

  /// Counts a wait that is refused; true where there were so many at one time that somebody takes no notice.
  mutating func countRefusal() -> Bool {
    if refusals.wakeCount != wakeCount { refusals = (0, wakeCount) }
    refusals.count += 1
    guard refusals.count > 1 << 16, refusals.count > 1 << 10 * Int(recordCount) else { return false }
    refusals.count = 0
    return true
  }

  /// Schedules a wake-up; a time that is past is now.
  @inline(__always)
  mutating func schedule(_ kind: WakeUp.Kind, _ ticket: Ticket, at time: SimulationTime, rank: EventRank = .normal) {
    wakeUps.insert(WakeUp(kind, ticket), at: time > now ? time : now, rank: rank)
  }
}

/// Thrown by every wait inside a scope whose deadline has passed, until the scope is left; see
/// `ProcessSimulation.withDeadline`, which catches it.
public struct DeadlineReached: Error {
  let deadline: Ticket
}
