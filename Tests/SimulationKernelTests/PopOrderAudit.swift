/// Judges the order in which events leave an event list, without sorting: large lists cost no more than small ones.
///
/// A list is right if it gives the least of its events every time. Where each event leaves once, and all have left in
/// the end, that is the same as: no event is less than another one that left while it was pending. The greatest event
/// that left since a moment is found among the peaks, those that are greater than all that left after them.
struct PopOrderAudit {
  struct Key: Equatable {
    /// The bit pattern of the time.
    let time: UInt64
    /// Rank before serial.
    let turn: UInt64

    init(time: Double, rank: Int16, serial: Int) {
      self.time = time.bitPattern
      turn = UInt64(Int(rank) + 0x8000) << 48 | UInt64(serial)
    }

    static func < (lhs: Key, rhs: Key) -> Bool {
      lhs.time != rhs.time ? lhs.time < rhs.time : lhs.turn < rhs.turn
    }
  }

  private struct Pending {
    let key: Key
    /// How many events had left when this one came in.
    let departuresBefore: Int
    var hasLeft = false
  }

  private var events: [Pending] = []
  private var departures = 0
  private var peaks: [(departure: Int, key: Key)] = []
  /// How many departures were wrong.
  private(set) var faults = 0

  var inserted: Int { events.count }
  /// How many events ought to be in the list.
  var count: Int { events.count - departures }

  /// Returns the serial of the event.
  mutating func insert(at time: Double, rank: Int16) -> Int {
    let key = Key(time: time, rank: rank, serial: events.count)
    events.append(Pending(key: key, departuresBefore: departures))
    return events.count - 1
  }

  /// Notes that an event left, with the time that the list gave for it.
  mutating func leave(_ serial: Int, time: Double) {
    guard events.indices.contains(serial), !events[serial].hasLeft else {
      faults += 1
      return
    }
    let event = events[serial]
    events[serial].hasLeft = true
    if event.key.time != time.bitPattern { faults += 1 }
    if let greatest = greatestKey(since: event.departuresBefore), event.key < greatest { faults += 1 }
    while let last = peaks.last, last.key < event.key { peaks.removeLast() }
    peaks.append((departures, event.key))
    departures += 1
  }

  private func greatestKey(since departure: Int) -> Key? {
    var (low, high) = (0, peaks.count)
    while low < high {
      let middle = (low + high) / 2
      if peaks[middle].departure < departure { low = middle + 1 } else { high = middle }
    }
    return low < peaks.count ? peaks[low].key : nil
  }
}
