import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Runs the processes of one simulation, one at a time, on the thread that called `ProcessSimulation.run`.
///
/// A process is a Swift task whose preferred executor is this one (SE-0417), and so are its child tasks; so everything
/// structured stays on one thread, in an order that depends on the simulated clock alone:
///
/// 1. Processes that are ready at the current time run first in, first out, each to its next suspension.
/// 2. When none is ready, the earliest wake-up (time, rank, serial) moves the clock and makes its process ready.
///
/// All state is touched by the owning thread only; that is what `@unchecked Sendable` stands for. A job that comes from
/// another thread is kept apart and ends the run with `SimulationError.escaped`.
final class SimulationExecutor: TaskExecutor, @unchecked Sendable {
  private let owner = pthread_self()
  private let strays = Mutex<[UnownedJob]>([])
  /// First in, first out: jobs before `readyHead` have run already.
  private var ready: [UnownedJob] = []
  private var readyHead = 0

  private(set) var now = SimulationTime.zero
  private(set) var wakeCount = 0
  private(set) var fingerprint = Fingerprint()
  private var wakeUps = EventList<ParkingLot.Ticket>()
  var parkingLot = ParkingLot()

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    if pthread_equal(pthread_self(), owner) != 0 {
      ready.append(job)
    } else {
      strays.withLock { $0.append(job) }
    }
  }

  /// Whether the caller is on the thread of this simulation.
  var isCurrentThread: Bool { pthread_equal(pthread_self(), owner) != 0 }

  /// Whether a run is under way; who waits on this thread while none is would wait for ever.
  private(set) var isRunning = false

  /// Makes sure that a parked process is woken at a time.
  func scheduleWakeUp(of ticket: ParkingLot.Ticket, at time: SimulationTime, rank: EventRank) {
    wakeUps.insert(ticket, at: max(time, now), rank: rank)
  }

  /// Runs until `isDone` holds, nothing is left to run, or a process escaped.
  func run(until isDone: () -> Bool) {
    isRunning = true
    defer { isRunning = false }
    while true {
      runReady()
      if isDone() || hasStrays || !wakeNext() { return }
    }
  }

  var hasStrays: Bool { strays.withLock { !$0.isEmpty } }

  private func runReady() {
    while readyHead < ready.count {
      let job = ready[readyHead]
      readyHead += 1
      job.runSynchronously(on: asUnownedTaskExecutor())
    }
    ready.removeAll(keepingCapacity: true)
    readyHead = 0
  }

  /// Wakes the process whose turn is next; false when no wake-up is left.
  private func wakeNext() -> Bool {
    while let wakeUp = wakeUps.popFirst() {
      // A process that was cancelled has gone on already: its wake-up neither counts nor moves the clock.
      guard let continuation = parkingLot.leave(wakeUp.event) else { continue }
      now = wakeUp.time
      wakeCount += 1
      fingerprint.mix(time: wakeUp.time, order: wakeUp.order)
      continuation.resume()
      return true
    }
    return false
  }
}
