/// The next events, in order: taken from the front, one after the other.
@frozen
@usableFromInline
struct EventRun<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline typealias Record = EventRecord<Event>

  @usableFromInline var records: UnsafeMutablePointer<Record>
  @usableFromInline var capacity: Int
  @usableFromInline var head = 0
  @usableFromInline var end = 0
  /// How many events fall into each of the small intervals that a bucket is dealt out to.
  @usableFromInline let counts: UnsafeMutablePointer<UInt32>

  @inlinable static var mostIntervals: Int { 1024 }

  @inlinable
  init() {
    capacity = 256
    records = .allocate(capacity: capacity)
    counts = .allocate(capacity: Self.mostIntervals + 1)
  }

  @inlinable
  deinit {
    records.deallocate()
    counts.deallocate()
  }

  @inlinable var count: Int { end - head }
  @inlinable var isEmpty: Bool { head == end }
  @inlinable var first: Record { records[head] }

  /// Puts an event behind all others; its key is above theirs.
  @inlinable
  mutating func append(_ record: Record) {
    if end == capacity { makeRoom(for: 1) }
    records[end] = record
    end += 1
  }

  /// Makes room behind the last event: by moving the events to the front, when half of the memory is free there.
  @inlinable
  mutating func makeRoom(for more: Int) {
    let count = count
    if count + more <= capacity / 2 {
      records.update(from: records + head, count: count)
    } else {
      let larger = Swift.max(capacity * 2, count + more)
      let memory = UnsafeMutablePointer<Record>.allocate(capacity: larger)
      memory.update(from: records + head, count: count)
      records.deallocate()
      records = memory
      capacity = larger
    }
    head = 0
    end = count
  }

  /// Drops all events, and the memory where a great many were once there.
  @inlinable
  mutating func removeAll() {
    head = 0
    end = 0
    guard capacity > Self.mostKept else { return }
    records.deallocate()
    capacity = 256
    records = .allocate(capacity: capacity)
  }

  /// Records whose memory an empty run keeps.
  @inlinable static var mostKept: Int { 1 << 14 }

  /// Takes over the events of a bucket and sorts them.
  ///
  /// - Precondition: The run is empty, the bucket is not.
  @inlinable
  mutating func load(_ bucket: EventBucket, from chunks: borrowing EventChunks<Event>) {
    let count = Int(bucket.count)
    head = 0
    end = 0
    if count > capacity { makeRoom(for: count) }
    end = count
    var (earliest, latest) = (UInt64.max, UInt64(0))
    var isSorted = true
    var last: UInt128 = 0
    chunks.forEachChunk(of: bucket) { chunk in
      for record in chunk {
        earliest = min(earliest, record.time)
        latest = max(latest, record.time)
        isSorted = isSorted && last <= record.key
        last = record.key
      }
    }
    let start = Double(bitPattern: earliest)
    let intervals = min(Self.mostIntervals, count * 2)
    let perSecond = Double(intervals - 1) / (Double(bitPattern: latest) - start)
    guard !isSorted, count > 4, count <= Self.mostIntervals, perSecond.isFinite else {
      copy(bucket, from: chunks)
      if !isSorted { sort() }
      return
    }
    deal(bucket, from: chunks, start: start, perSecond: perSecond, intervals: intervals)
    if !insertionSort() { sort() }
  }

  /// Copies the events of a bucket as they came.
  @inlinable
  mutating func copy(_ bucket: EventBucket, from chunks: borrowing EventChunks<Event>) {
    var place = records
    chunks.forEachChunk(of: bucket) { chunk in
      for record in chunk {
        place.pointee = record
        place += 1
      }
    }
  }

  /// Deals the events of a bucket out to small intervals of time, so that they stand nearly in order: one pass counts,
  /// one places them.
  @inlinable
  mutating func deal(
    _ bucket: EventBucket, from chunks: borrowing EventChunks<Event>, start: Double, perSecond: Double, intervals: Int
  ) {
    counts.update(repeating: 0, count: intervals + 1)
    let (counts, records) = (counts, records)
    chunks.forEachChunk(of: bucket) { chunk in
      for record in chunk { counts[Self.interval(record.seconds - start, perSecond) + 1] &+= 1 }
    }
    var sum: UInt32 = 0
    for interval in 0...intervals {
      sum &+= counts[interval]
      counts[interval] = sum
    }
    chunks.forEachChunk(of: bucket) { chunk in
      for record in chunk {
        let interval = Self.interval(record.seconds - start, perSecond)
        records[Int(counts[interval])] = record
        counts[interval] &+= 1
      }
    }
  }

  /// Adding 2⁵² leaves the nearest integer in the lowest bits; a conversion would check its range first.
  @inlinable
  static func interval(_ seconds: Double, _ perSecond: Double) -> Int {
    Int(truncatingIfNeeded: (seconds * perSecond + 0x1p52).bitPattern & 0xF_FFFF_FFFF_FFFF)
  }

  /// Sorts events that stand nearly in order; gives up, with all events still there, when they do not.
  @inlinable
  mutating func insertionSort() -> Bool {
    var budget = 8 * (end - head) + 64
    var index = head + 1
    while index < end {
      let record = records[index]
      let key = record.key
      var place = index
      while place > head, key < records[place - 1].key {
        records[place] = records[place - 1]
        place -= 1
      }
      records[place] = record
      budget -= index - place
      if budget < 0 { return false }
      index += 1
    }
    return true
  }

  /// Sorts by merging, whatever the order of the events.
  ///
  /// - Complexity: O(n log n).
  @inlinable
  mutating func sort() {
    var events = UnsafeMutableBufferPointer(start: records + head, count: count)
    events.sort { $0.key < $1.key }
  }

  @inlinable
  func copy() -> EventRun {
    var other = EventRun()
    if other.capacity < count { other.makeRoom(for: count) }
    other.records.update(from: records + head, count: count)
    other.end = count
    return other
  }
}
