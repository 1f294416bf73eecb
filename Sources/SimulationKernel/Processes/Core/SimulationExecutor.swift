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
final class SimulationExecutor: TaskExecutor, @unchecked Sendable {
  private let owner = pthread_self()
  private let strays = Mutex<[UnownedJob]>([])
  private let strayed = Atomic(false)
  let table: UnsafeMutablePointer<ProcessTable>
  let parkingActor: ParkingActor
  private let parkingExecutor: ParkingExecutor
  var observer: ((ProcessEvent) -> Void)?

  init() {
    table = .allocate(capacity: 1)
    table.initialize(to: ProcessTable())
    parkingExecutor = ParkingExecutor(table)
    parkingActor = ParkingActor(parkingExecutor)
  }

  deinit {
    table.pointee.deallocate()
    table.deinitialize(count: 1)
    table.deallocate()
  }

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
  var now: SimulationTime { table.pointee.now }

  // MARK: The run loop

  /// Runs what is ready and then one wake-up after another, until something asks for attention, a limit is met or
  /// nothing is left.
  func run(_ limits: RunLimits) -> ProcessSimulation.End {
    let limit = limits.time ?? SimulationTime(seconds: .greatestFiniteMagnitude)
    let me = asUnownedTaskExecutor()
    var handled = 0
    runReady(me)
    while true {
      if table.pointee.attention || hasStrays { return .stopped }
      guard let next = table.pointee.wakeUps.first else { return .exhausted }
      if next.time > limit { return .timeLimit }
      if handled == limits.events { return .eventLimit }
      if handled & 0x3FF == 0, limits.stop?.isRequested == true { return .stopped }
      guard let pending = table.pointee.wakeUps.popFirst() else { return .exhausted }
      guard handle(pending, me) else { continue }
      handled += 1
      if table.pointee.ready.count > 0 { runReady(me) }
      if let condition = limits.condition, condition() { return .stopped }
    }
  }

  /// Does what an entry of the event list says; false for one that has lost its meaning, which neither counts nor
  /// moves the clock.
  @inline(__always)
  private func handle(_ pending: EventList<WakeUp>.Pending, _ me: UnownedTaskExecutor) -> Bool {
    let table = table
    let ticket = pending.event.ticket
    if pending.event.kind == .deadline { return reach(pending) }
    let record = table.pointee.records + Int(ticket.slot)
    guard record.pointee.turn == ticket.turn else { return false }
    count(pending)
    prefetchNext()
    record.pointee.turn &+= 1
    record.pointee.outcome = pending.event.kind == .wake ? .granted : .timedOut
    resume(ticket.slot, me)
    return true
  }

  /// Asks for the memory of the process that is woken next, while this one runs: a task that slept is in no cache.
  ///
  /// 22 lines are the task with its frames.
  @inline(__always)
  private func prefetchNext() {
    guard let next = table.pointee.wakeUps.first, next.event.kind != .deadline else { return }
    let job = table.pointee.records[Int(next.event.ticket.slot)].job
    antbed_prefetch_lines(unsafeBitCast(job, to: UnsafeRawPointer?.self), 22)
  }

  private func reach(_ pending: EventList<WakeUp>.Pending) -> Bool {
    guard table.pointee.deadlines.isInForce(pending.event.ticket) else { return false }
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

  private func runReady(_ me: UnownedTaskExecutor) {
    while let entry = table.pointee.ready.popFirst() {
      if let job = entry.job {
        table.pointee.current = entry.slot
        job.runSynchronously(on: me)
      } else {
        resume(entry.slot, me)
      }
    }
    table.pointee.current = ProcessTable.none
  }

  /// Wakes whoever waits with an error, and runs until all that can end has ended.
  func unwind() {
    table.pointee.isUnwinding = true
    var slot: UInt32 = 0
    while slot < table.pointee.recordCount {
      let record = table.pointee.records + Int(slot)
      if record.pointee.state != .free {
        table.pointee.deliver(.cancelled, to: slot)
        cancelTask(slot)
      }
      slot += 1
    }
    runReady(asUnownedTaskExecutor())
    table.pointee.isUnwinding = false
    table.pointee.attention = false
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
