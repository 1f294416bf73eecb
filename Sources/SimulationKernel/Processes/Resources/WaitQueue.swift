/// Who waits for one thing: the smallest priority number first, and first come, first served among equals.
///
/// Whoever leaves unserved stays in the queue as a stale ticket, which is passed over. Priority 0 has a lane of its own,
/// in which every step is O(1); the others stand in a binary heap.
struct WaitQueue<Payload> {
  struct Waiter {
    let ticket: Ticket
    /// What the wake-up tells: which of several conditions was met.
    let tag: UInt32
    let priority: Int
    let serial: UInt64
    let payload: Payload

    func isBefore(_ other: Waiter) -> Bool {
      priority != other.priority ? priority < other.priority : serial < other.serial
    }
  }

  private var lane: [Waiter] = []
  private var head = 0
  private var heap: [Waiter] = []
  private var nextSerial: UInt64 = 0
  /// How many wait, those included whose wait was ended at the current time and who have not gone on yet.
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// How many wait, without those whose wait was ended at the current time and who have not gone on yet.
  ///
  /// - Complexity: O(1); O(n) while anyone's wait has been ended and it has not gone on.
  func liveCount(in table: UnsafeMutablePointer<ProcessTable>) -> Int {
    if count == 0 || table.pointee.endingCount == 0 { return count }
    let isWaiting = { (waiter: Waiter) in table.pointee.isWaiting(waiter.ticket) }
    return lane[head...].count(where: isWaiting) + heap.count(where: isWaiting)
  }

  /// Whether a request of this priority would stand in front of all who wait.
  mutating func isFirst(_ priority: Int, in table: UnsafeMutablePointer<ProcessTable>) -> Bool {
    guard count > 0, let first = first(in: table) else { return true }
    return priority < first.priority
  }

  mutating func append(
    _ ticket: Ticket, tag: UInt32 = 0, priority: Int = 0, _ payload: Payload,
    in table: UnsafeMutablePointer<ProcessTable>
  ) {
    compactIfWorthwhile(table)
    let waiter = Waiter(ticket: ticket, tag: tag, priority: priority, serial: nextSerial, payload: payload)
    nextSerial += 1
    count += 1
    if priority == 0 { lane.append(waiter) } else { pushHeap(waiter) }
  }

  /// Who is next; those who have left are dropped on the way.
  mutating func first(in table: UnsafeMutablePointer<ProcessTable>) -> Waiter? {
    while head < lane.count, !table.pointee.isWaiting(lane[head].ticket) { dropLaneHead() }
    while let top = heap.first, !table.pointee.isWaiting(top.ticket) { popHeap() }
    guard let top = heap.first else { return head < lane.count ? lane[head] : nil }
    return head < lane.count && top.priority > 0 ? lane[head] : top
  }

  /// Removes the one whom `first` returned.
  mutating func removeFirst() {
    count -= 1
    if let top = heap.first, head == lane.count || top.priority < 0 { popHeap() } else { dropLaneHead() }
  }

  /// Wakes all who wait, in their order.
  mutating func wakeAll(in executor: SimulationExecutor) {
    precondition(executor.isCurrentThread, "processes are woken from outside the thread of their simulation")
    while let next = first(in: executor.table) {
      removeFirst()
      executor.table.pointee.wake(next.ticket, value: next.tag)
    }
  }

  /// Notes that one of those who wait left unserved.
  mutating func leave() { count -= 1 }

  /// All who wait, in the order in which they are served.
  ///
  /// - Complexity: O(n log n).
  func inOrder(in table: UnsafeMutablePointer<ProcessTable>) -> [Waiter] {
    var waiters: [Waiter] = []
    for waiter in lane[head...] where table.pointee.isWaiting(waiter.ticket) { waiters.append(waiter) }
    for waiter in heap where table.pointee.isWaiting(waiter.ticket) { waiters.append(waiter) }
    return waiters.sorted { $0.isBefore($1) }
  }

  /// Removes one who is served out of turn.
  ///
  /// - Complexity: O(n).
  mutating func remove(_ served: Waiter) {
    count -= 1
    if served.priority == 0 {
      if let index = lane[head...].firstIndex(where: { $0.serial == served.serial }) { lane.remove(at: index) }
    } else {
      let rest = heap.filter { $0.serial != served.serial }
      heap.removeAll(keepingCapacity: true)
      for waiter in rest { pushHeap(waiter) }
    }
  }

  private mutating func dropLaneHead() {
    head += 1
    if head == lane.count {
      lane.removeAll(keepingCapacity: true)
      head = 0
    } else if head > 64, head * 2 > lane.count {
      // A queue that never empties: what was served is dropped in amortised O(1).
      lane.removeFirst(head)
      head = 0
    }
  }

  /// Drops the stale tickets where they are the most: those of a queue that is never served would fill the memory.
  private mutating func compactIfWorthwhile(_ table: UnsafeMutablePointer<ProcessTable>) {
    guard lane.count - head + heap.count > 2 * count + 64 else { return }
    var live: [Waiter] = []
    for waiter in lane[head...] where table.pointee.isWaiting(waiter.ticket) { live.append(waiter) }
    lane = live
    head = 0
    var rest: [Waiter] = []
    for waiter in heap where table.pointee.isWaiting(waiter.ticket) { rest.append(waiter) }
    heap.removeAll(keepingCapacity: true)
    for waiter in rest { pushHeap(waiter) }
  }

  private mutating func pushHeap(_ waiter: Waiter) {
    heap.append(waiter)
    var hole = heap.count - 1
    while hole > 0, waiter.isBefore(heap[(hole - 1) / 2]) {
      heap[hole] = heap[(hole - 1) / 2]
      hole = (hole - 1) / 2
    }
    heap[hole] = waiter
  }

  private mutating func popHeap() {
    guard let last = heap.popLast(), !heap.isEmpty else { return }
    var hole = 0
    while 2 * hole + 1 < heap.count {
      var child = 2 * hole + 1
      if child + 1 < heap.count, heap[child + 1].isBefore(heap[child]) { child += 1 }
      guard heap[child].isBefore(last) else { break }
      heap[hole] = heap[child]
      hole = child
    }
    heap[hole] = last
  }
}
