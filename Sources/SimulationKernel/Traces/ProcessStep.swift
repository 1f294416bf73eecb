/// A step of a process as a trace keeps it.
public struct ProcessStep: Sendable, Hashable {
  /// Who does what, and when.
  public let event: ProcessEvent
  /// How many wake-ups the simulation had counted by then.
  public let eventCount: Int
  let lane: Lane

  /// Tells processes of one name from each other.
  ///
  /// A process has one for its life. A child task has a record only while it waits, so that its lane is that of the
  /// record, which others use after it.
  struct Lane: Hashable {
    let slot: UInt32
    /// `nil` for a child task.
    let generation: UInt32?
  }
}

extension ProcessStep {
  /// - Precondition: Called while the executor tells its observer of the event.
  init(_ event: ProcessEvent, in executor: SimulationExecutor) {
    let table = executor.table
    let slot =
      switch event.kind {
      case .waits: table.pointee.parking
      case .woken: table.pointee.current
      case .started, .ended: executor.knownSlot()
      }
    let isProcess = slot != ProcessTable.none && table.pointee.records[Int(slot)].isProcess
    self.event = event
    eventCount = table.pointee.wakeCount
    lane = Lane(slot: slot, generation: isProcess ? table.pointee.records[Int(slot)].generation : nil)
  }
}
