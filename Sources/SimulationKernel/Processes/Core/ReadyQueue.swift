/// What runs at the current time, first in, first out: woken processes, and tasks that start or come back.
struct ReadyQueue {
  struct Entry {
    /// `nil` for a woken process, whose record has it.
    let job: UnownedJob?
    /// `ProcessTable.none` for a task whose record is not known.
    let slot: UInt32
  }

  private var ring: UnsafeMutablePointer<Entry>
  private var capacity = 64
  private var head = 0
  private(set) var count = 0

  init() {
    ring = .allocate(capacity: capacity)
  }

  func deallocate() { ring.deallocate() }

  @inline(__always)
  mutating func append(_ entry: Entry) {
    if count == capacity { grow() }
    (ring + (head + count) & (capacity - 1)).initialize(to: entry)
    count += 1
  }

  @inline(__always)
  mutating func popFirst() -> Entry? {
    guard count > 0 else { return nil }
    let entry = ring[head]
    head = (head + 1) & (capacity - 1)
    count -= 1
    return entry
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: capacity * 2)
    for index in 0..<count { (larger + index).initialize(to: ring[(head + index) & (capacity - 1)]) }
    ring.deallocate()
    ring = larger
    head = 0
    capacity *= 2
  }
}
