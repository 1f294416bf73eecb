/// A process that was started: a handle to wait for its end, to interrupt it and to cancel it.
///
/// It is a value of three words, and stays valid when the process has ended. It is not called `Process`, as a type of
/// Foundation is.
public struct SimulationProcess: Sendable, Hashable {
  let executor: SimulationExecutor
  let slot: UInt32
  let generation: UInt32

  public static func == (lhs: SimulationProcess, rhs: SimulationProcess) -> Bool {
    lhs.slot == rhs.slot && lhs.generation == rhs.generation && lhs.executor === rhs.executor
  }

  /// Takes in which record the process has, and in which of its uses.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(slot)
    hasher.combine(generation)
  }

  /// Whether it has returned or thrown; to be asked on the thread of the simulation.
  public var isFinished: Bool { executor.table.pointee.records[Int(slot)].generation != generation }

  /// What it was started as; empty when it has ended.
  public var name: String { isFinished ? "" : executor.label(of: slot) }

  /// Waits until the process has ended; goes on at once where it has.
  ///
  /// A process that throws ends the run; one that was cancelled ends as others do.
  ///
  /// - Throws: What ends a wait of the caller: `CancellationError`, `Interrupt`.
  /// - Precondition: The caller is another process of the same simulation. A child task of the process itself may wait,
  ///   and is a deadlock if its parent awaits it.
  public nonisolated(nonsending) func finished() async throws {
    guard !isFinished else { return }
    _ = try await executor.park(.processEnd) { ticket in
      precondition(ticket.slot != slot, "process '\(name)' waits for its own end")
      executor.table.pointee.addEndWaiter(ticket, tag: 0, of: slot)
      executor.table.pointee.records[Int(ticket.slot)].value = slot
    }
  }

  /// Ends the wait of the process with `Interrupt`, at the current time.
  ///
  /// A process that does not wait gets it at its next wait. Several interrupts are delivered one a wait, in order. To
  /// interrupt a process that has ended does nothing. What it has been granted already at this time, it keeps. One that
  /// interrupts itself, or awaits its child tasks, gets it at its own next wait.
  ///
  /// - Precondition: Called on the thread of the simulation.
  public func interrupt(_ cause: any Sendable = "no cause") {
    precondition(executor.isCurrentThread, "a process is interrupted from outside the thread of its simulation")
    guard !isFinished else { return }
    executor.table.pointee.deliver(Interrupt(cause: cause, at: executor.now), to: slot)
  }

  /// Has every wait of the process, and of its child tasks, throw `CancellationError` from now on.
  ///
  /// What it has been granted already at this time, it keeps. One that drops the errors and waits for ever ends the run
  /// with `SimulationError.doesNotEnd`.
  ///
  /// - Precondition: Called on the thread of the simulation.
  public func cancel() {
    precondition(executor.isCurrentThread, "a process is cancelled from outside the thread of its simulation")
    guard !isFinished else { return }
    executor.table.pointee.deliver(.cancelled, to: slot)
    executor.cancelTask(slot)
  }
}
