/// Who holds a resource of few units, for messages.
struct HolderList {
  /// Of a resource with more units nobody is noted: it would cost time, and make a long message.
  static let limit = 4

  private var entries: [(slot: UInt32, generation: UInt32)] = []

  mutating func add(_ slot: UInt32, in executor: SimulationExecutor) {
    guard slot != ProcessTable.none else { return }
    // A child task has another record in every wait, and is not found again when it gives its unit back.
    entries.removeAll { executor.table.pointee.records[Int($0.slot)].generation != $0.generation }
    if entries.count == Self.limit { entries.removeFirst() }
    entries.append((slot, executor.table.pointee.records[Int(slot)].generation))
  }

  /// - Parameter stillHeld: Units that are held by then; one that somebody else gave back leaves its entry behind.
  mutating func remove(_ slot: UInt32, stillHeld: Int) {
    if let index = entries.firstIndex(where: { $0.slot == slot }) { entries.remove(at: index) }
    if entries.count > stillHeld { entries.removeFirst(entries.count - stillHeld) }
  }

  func labels(in executor: SimulationExecutor) -> [String] {
    entries.filter { executor.table.pointee.records[Int($0.slot)].generation == $0.generation }
      .map { executor.label(of: $0.slot) }
  }
}
