// Timers of waits that ended otherwise (patience, deadlines, sleeps that were interrupted) stay in the event list. They
// are dropped when they are the most: a long patience would else keep an entry for every request of a run.
extension ProcessTable {
  /// Notes that an entry of the event list has lost its meaning.
  ///
  /// - Complexity: O(1) amortised.
  mutating func noteStaleTimer() {
    staleTimers += 1
    if staleTimers > 1_024, staleTimers * 2 > wakeUps.recordCount { dropStaleTimers() }
  }

  /// Whether anything is still to come; drops what has lost its meaning and is next.
  mutating func hasWakeUps() -> Bool {
    while let next = wakeUps.first {
      if hasMeaning(next.event) { return true }
      _ = wakeUps.popFirst()
      staleTimers -= 1
    }
    return false
  }

  private func hasMeaning(_ wakeUp: WakeUp) -> Bool {
    wakeUp.kind == .deadline ? deadlines.isInForce(wakeUp.ticket) : isWaiting(wakeUp.ticket)
  }

  private mutating func dropStaleTimers() {
    var rest: [EventRecord<WakeUp>] = []
    rest.reserveCapacity(max(0, wakeUps.recordCount - staleTimers))
    wakeUps.forEachRecord { if hasMeaning($0.event) { rest.append($0) } }
    wakeUps.clear()
    // Their keys stay as they are, and so does their order.
    for record in rest { wakeUps.insert(record) }
    staleTimers = 0
  }
}
