extension ProcessSimulation {
  /// Runs `body`, but no longer than a duration: `nil` when the deadline came first.
  ///
  /// ```swift
  /// let served: Void? = try await simulation.withDeadline(.seconds(60)) {
  ///   try await desk.withUnit { try await clock.sleep(for: .seconds(30)) }
  /// }
  /// ```
  ///
  /// At the deadline the wait that `body` stands in throws `DeadlineReached`, and so does every further wait in it; a
  /// queue is left, and what is held is given back on the way out. A `body` that ends nevertheless has ended in time.
  /// Where `body` awaits child tasks, it learns of the deadline at its next wait of its own, after they have ended: what
  /// a child task does is limited by a deadline inside of it, or by a race of two in a task group.
  ///
  /// - Parameter duration: Finite, at least 0.
  /// - Throws: What `body` throws, and the ends of a wait that come from elsewhere.
  /// - Complexity: One entry of the event list. It stays there until its time, or until such entries are the most.
  public nonisolated(nonsending) func withDeadline<Result>(
    _ duration: SimulationDuration, _ body: nonisolated(nonsending) () async throws -> Result
  ) async throws -> Result? {
    let table = executor.table
    return try await executor.withRecord { slot in
      let deadline = table.pointee.openDeadline(of: slot, at: executor.time(after: duration, for: "a deadline"))
      defer { table.pointee.closeDeadline(deadline, of: slot) }
      do {
        return try await body()
      } catch let error as DeadlineReached where error.deadline == deadline {
        return nil
      }
    }
  }
}

extension ProcessTable {
  mutating func openDeadline(of slot: UInt32, at time: SimulationTime) -> Ticket {
    let deadline = deadlines.add(of: slot, outer: records[Int(slot)].deadline)
    records[Int(slot)].deadline = deadline.slot
    schedule(.deadline, deadline, at: time)
    return deadline
  }

  mutating func closeDeadline(_ deadline: Ticket, of slot: UInt32) {
    let record = records + Int(slot)
    let outer = deadlines.outer(of: deadline)
    let isReached = deadlines.isReached(deadline)
    deadlines.remove(deadline)
    record.pointee.deadline = outer
    if !isReached { noteStaleTimer() }
    if deadlines.reached(from: outer) == nil { record.pointee.pending.remove(.deadline) }
  }
}
