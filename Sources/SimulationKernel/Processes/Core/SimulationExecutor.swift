private import CKernelShims
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs the processes of one simulation, one at a time, on the thread that made it.
///
/// A process is a Swift task whose preferred executor is this one (SE-0417), and so are its child tasks; so everything
/// structured stays on one thread, in an order that depends on the simulated clock alone:
///
/// 1. Processes that are ready at the current time run first in, first out, each to its next suspension.
/// 2. When none is ready, the earliest wake-up (time, rank, serial) moves the clock and runs its process.
///
/// All state is touched by the owning thread only; that is what `@unchecked Sendable` stands for. A job that comes from
/// another thread is kept apart and ends the run with `SimulationError.escaped`.
@usableFromInline
final class SimulationExecutor: TaskExecutor, @unchecked Sendable {
  private let owner = pthread_self()
  private let strays = Mutex<[UnownedJob]>([])
  private let strayed = Atomic(false)
  @usableFromInline let table: UnsafeMutablePointer<ProcessTable>
  let parkingActor: ParkingActor
  private let parkingExecutor: ParkingExecutor
  @usableFromInline let parkingPlace: UnownedSerialExecutor
  var observer: ((ProcessEvent) -> Void)?
  /// Models in event style that share clock and order with the processes; held by hand, since a reference would be
  /// counted up and down at every event.
  var models: [Unmanaged<AttachedEvents>] = []

  init() {
    table = .allocate(capacity: 1)
    table.initialize(to: ProcessTable())
    parkingExecutor = ParkingExecutor(table)
    parkingActor = ParkingActor(parkingExecutor)
    parkingPlace = parkingExecutor.asUnownedSerialExecutor()
  }

  deinit {
    dropModels()
    table.pointee.deallocate()
    table.deinitialize(count: 1)
    table.deallocate()
  }

  /// Lets the attached models go, which are of no use from now on.
  func dropModels() {
    let dropped = models
    models = []
    for model in dropped { model.takeRetainedValue().detach() }
  }

  @usableFromInline
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    if pthread_self() == owner {
      table.pointee.ready.append(ReadyQueue.Entry(job: job, slot: table.pointee.starting))
      table.pointee.starting = ProcessTable.none
    } else {
      strays.withLock { $0.append(job) }
      strayed.store(true, ordering: .releasing)
    }
  }

  /// Whether the caller is on the thread of this simulation.
  var isCurrentThread: Bool { pthread_self() == owner }
  var hasStrays: Bool { strayed.load(ordering: .acquiring) }
  @inlinable var now: SimulationTime { table.pointee.now }

  // MARK: The run loop

  /// Runs what is ready and then one wake-up after another, until something asks for attention, a limit is met or
  /// nothing is left.
  func run(_ limits: RunLimits) -> ProcessSimulation.End {
    let bound = limits.time.map { $0.seconds.bitPattern + 1 } ?? .max
    let me = asUnownedTaskExecutor()
    var handled = 0
    guard runReady(me, limits) else { return .stopped }
    while true {
      if table.pointee.attention || hasStrays { return .stopped }
      if handled == limits.events { return hasEvents ? .eventLimit : .exhausted }
      if handled & 0x3FF == 0, limits.stop?.isRequested == true { return .stopped }
      if !models.isEmpty, let (key, model) = modelWhoseTurnItIs() {
        guard UInt64(truncatingIfNeeded: key >> 64) < bound else { return .timeLimit }
        if models[model]._withUnsafeGuaranteedRef({ $0.handleNext() }) {
          runReady(me, limits)
          return .stopped
        }
      } else {
        guard let record = table.pointee.wakeUps.popFirst(before: bound) else {
          return hasEvents ? .timeLimit : .exhausted
        }
        guard handle(EventList.Pending(record), me) else { continue }
      }
      handled += 1
      if table.pointee.ready.count > 0, !runReady(me, limits) { return .stopped }
      if let condition = limits.condition, condition() { return .stopped }
    }
  }

  private var hasEvents: Bool { table.pointee.hasWakeUps() || table.pointee.modelKeys.contains { $0 != .max } }

  /// The attached model whose next event comes before all other events; `nil` when that is a wake-up.
  private func modelWhoseTurnItIs() -> (key: UInt128, index: Int)? {
    var key = table.pointee.wakeUps.firstKey ?? .max
    var earliest: Int?
    for (index, next) in table.pointee.modelKeys.enumerated() where next < key { (key, earliest) = (next, index) }
    return earliest.map { (key, $0) }
  }

  /// Does what an entry of the event list says; false for one that has lost its meaning, which neither counts nor
  /// moves the clock.
  @inline(__always)
  private func handle(_ pending: EventList<WakeUp>.Pending, _ me: UnownedTaskExecutor) -> Bool {
    let table = table
    let ticket = pending.event.ticket
    if pending.event.kind == .deadline { return reach(pending) }
    let record = table.pointee.records + Int(ticket.slot)
    guard record.pointee.turn == ticket.turn else {
      table.pointee.staleTimers -= 1
      return false
    }
    count(pending)
    prefetchNext()
    record.pointee.turn &+= 1
    record.pointee.outcome = pending.event.kind == .wake ? .granted : .timedOut
    resume(ticket.slot, me)
    return true
  }

  /// Asks for the memory of the process that is woken soon, while this one runs: a task that slept is in no cache.
  @inline(__always)
  private func prefetchNext() {
    // As many as the second cache holds come sooner than they are asked for.
    guard table.pointee.recordCount > 2_048 else { return }
    let ahead = Self.prefetchDistance
    if let soon = table.pointee.wakeUps.upcoming(2 * ahead), soon.kind != .deadline {
      antbed_prefetch(table.pointee.records + Int(soon.ticket.slot))
    }
    guard let next = table.pointee.wakeUps.upcoming(ahead), next.kind != .deadline else { return }
    let job = table.pointee.records[Int(next.ticket.slot)].job
    antbed_prefetch_lines(unsafeBitCast(job, to: UnsafeRawPointer?.self), Self.prefetchedLines)
  }

  /// How many wake-ups ahead the memory of a process is asked for, and how many cache lines of it.
  private static var prefetchDistance: Int { 6 }
  private static var prefetchedLines: Int32 { 18 }

  private func reach(_ pending: EventList<WakeUp>.Pending) -> Bool {
    guard table.pointee.deadlines.isInForce(pending.event.ticket) else {
      table.pointee.staleTimers -= 1
      return false
    }
    count(pending)
    table.pointee.deliver(.deadline, to: table.pointee.deadlines.reach(pending.event.ticket))
    return true
  }

  @inline(__always)
  private func count(_ pending: EventList<WakeUp>.Pending) {
    table.pointee.now = pending.time
    table.pointee.wakeCount += 1
    table.pointee.fingerprint.mix(time: pending.time, order: pending.order)
  }

  @inline(__always)
  private func resume(_ slot: UInt32, _ me: UnownedTaskExecutor) {
    let record = table.pointee.records + Int(slot)
    record.pointee.state = .running
    table.pointee.current = slot
    guard let job = record.pointee.job else { return }
    if observer != nil { note(slot, .woken) }
    job.runSynchronously(on: me)
  }

  /// Runs what is ready; false where the run has to end before, since processes wake each other without end.
  @discardableResult
  private func runReady(_ me: UnownedTaskExecutor, _ limits: borrowing RunLimits) -> Bool {
    var steps = 0
    while let entry = table.pointee.ready.popFirst() {
      steps &+= 1
      if let job = entry.job {
        table.pointee.current = entry.slot
        job.runSynchronously(on: me)
      } else {
        resume(entry.slot, me)
      }
      if steps & 0x3FF == 0, table.pointee.attention || limits.stop?.isRequested == true {
        table.pointee.current = ProcessTable.none
        return false
      }
    }
    table.pointee.current = ProcessTable.none
    return true
  }

  /// Wakes whoever waits with an error, and runs until all that can end has ended.
  ///
  /// - Returns: That a process does not end; `nil` where all that can have.
  @discardableResult
  func unwind() -> SimulationError? {
    table.pointee.isUnwinding = true
    // In this state nobody asks for the end of a run any more.
    defer {
      table.pointee.isUnwinding = false
      table.pointee.attention = false
      table.pointee.failure = nil
    }
    var slot: UInt32 = 0
    while slot < table.pointee.recordCount {
      let record = table.pointee.records + Int(slot)
      if record.pointee.state != .free, record.pointee.state != .abandoned {
        table.pointee.deliver(.cancelled, to: slot)
        cancelTask(slot)
      }
      slot += 1
    }
    let me = asUnownedTaskExecutor()
    while !runReady(me, RunLimits()) { table.pointee.attention = false }
    return table.pointee.failure
  }

  /// Tells the task and its children that they are cancelled.
  func cancelTask(_ slot: UInt32) {
    let address = table.pointee.records[Int(slot)].task
    guard address != 0 else { return }
    unsafeBitCast(address, to: UnsafeCurrentTask.self).cancel()
  }

  func note(_ slot: UInt32, _ kind: ProcessEvent.Kind) {
    observer?(ProcessEvent(process: label(of: slot), kind: kind, time: now))
  }

  func label(of slot: UInt32) -> String { table.pointee.records[Int(slot)].label }
}

/// What ends a run beside its own end.
struct RunLimits {
  var time: SimulationTime?
  var events = Int.max
  var stop: StopRequest?
  var condition: (() -> Bool)?
}
