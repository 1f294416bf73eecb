private import CKernelShims

/// Where processes wait: an actor whose executor keeps the job of whoever comes to it.
///
/// A process that awaits `park` is handed to `ParkingExecutor.enqueue` as a job. The run loop later runs that job on the
/// simulation's own executor, so it returns into the process without a second hop, and no continuation object exists.
actor ParkingActor {
  nonisolated private let executor: ParkingExecutor

  init(_ executor: ParkingExecutor) {
    self.executor = executor
  }

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Suspends the caller until the run loop runs its job.
  func park() {
    // An empty body may be optimized away together with the hop, and then nobody would ever wait.
    antbed_opaque()
  }
}

/// Stores the job of the process that parks in its record.
final class ParkingExecutor: SerialExecutor, @unchecked Sendable {
  private let state: UnsafeMutablePointer<ProcessTable>

  init(_ state: UnsafeMutablePointer<ProcessTable>) {
    self.state = state
  }

  func enqueue(_ job: consuming ExecutorJob) {
    state.pointee.parked(UnownedJob(job))
  }

  // A parked job runs on the simulation's executor, which stands for this one.
  func checkIsolated() {}
}
