/// Pending events in the plainest form there is: an array that is kept sorted. The oracle of the event list.
struct SortedEvents {
  struct Entry: Equatable {
    let time: Double
    let rank: Int16
    let serial: Int
  }

  /// The latest first, so that the earliest is cheap to remove.
  private var entries: [Entry] = []
  private var nextSerial = 0

  var count: Int { entries.count }

  /// Returns the serial under which the event was taken in.
  mutating func insert(at time: Double, rank: Int16) -> Int {
    let entry = Entry(time: time, rank: rank, serial: nextSerial)
    nextSerial += 1
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if isEarlier(entry, entries[middle]) { low = middle + 1 } else { high = middle }
    }
    entries.insert(entry, at: low)
    return entry.serial
  }

  mutating func popFirst() -> Entry? { entries.popLast() }

  private func isEarlier(_ lhs: Entry, _ rhs: Entry) -> Bool {
    (lhs.time, lhs.rank, lhs.serial) < (rhs.time, rhs.rank, rhs.serial)
  }
}
