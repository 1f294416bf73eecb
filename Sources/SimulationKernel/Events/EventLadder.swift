/// Later events, in buckets that are the finer the sooner their turn comes.
///
/// Every level ends at an exact bound of time, so that an event's level is found by comparing integers. Levels lie
/// within each other: the innermost holds what stood in one bucket of the next.
@frozen
@usableFromInline
struct EventLadder<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline typealias Record = EventRecord<Event>

  @usableFromInline var chunks = EventChunks<Event>()
  /// Events that no level reaches, in no order.
  @usableFromInline let far: UnsafeMutablePointer<EventBucket>
  @usableFromInline let rungs: UnsafeMutablePointer<EventRung>
  @usableFromInline var depth = 0
  /// Events of this time and later are far.
  @usableFromInline var farBound: UInt64 = 0
  @usableFromInline var count = 0
  /// The buckets of each level, made when the level is first needed.
  @usableFromInline let memory: UnsafeMutablePointer<UnsafeMutablePointer<EventBucket>?>

  @inlinable
  init() {
    far = .allocate(capacity: 1)
    far.initialize(to: EventBucket())
    rungs = .allocate(capacity: EventRung.mostLevels)
    memory = .allocate(capacity: EventRung.mostLevels)
    memory.initialize(repeating: nil, count: EventRung.mostLevels)
  }

  @inlinable
  deinit {
    far.deallocate()
    rungs.deallocate()
    for level in 0..<EventRung.mostLevels { memory[level]?.deallocate() }
    memory.deallocate()
  }

  @inlinable var isFull: Bool { depth == EventRung.mostLevels }

  @inlinable
  @inline(never)
  mutating func insert(_ record: Record) {
    count &+= 1
    guard depth > 0 else { return chunks.append(record, to: far) }
    var rung = rungs
    let innermost = rungs + (depth &- 1)
    while rung < innermost, record.time < rung[1].bound { rung += 1 }
    let bucket = rung.pointee.buckets + rung.pointee.index(of: record.seconds)
    // Chosen after both are known, without a branch: no processor foresees which events are far.
    chunks.append(record, to: record.time < farBound ? bucket : far)
  }

  /// Cuts the time of a bucket's events into a new innermost level; false when that is impossible.
  ///
  /// - Parameters:
  ///   - bucket: Its events go to the level; the caller has emptied it.
  ///   - rest: Takes the latest few, where they would stretch the level beyond all others.
  @inlinable
  mutating func spread(_ bucket: EventBucket, rest: UnsafeMutablePointer<EventBucket>?) -> Bool {
    guard !isFull else { return false }
    let times = span(of: bucket)
    var bound = times.latest + 1
    if rest != nil, times.upper > times.earliest, times.upperSeconds - times.start < 0.25 * times.length {
      bound = times.upper
    }
    let width = Swift.max(2, min(EventRung.mostBuckets, Int(bucket.count) / eventsPerBucket))
    // The bound may be above all finite times, which would put everything into one bucket.
    let end = Swift.min(Double(bitPattern: bound), .greatestFiniteMagnitude)
    let bucketsPerSecond = Double(width) / (end - times.start)
    guard times.earliest < times.latest, bucketsPerSecond.isFinite else { return false }
    let rung = EventRung(
      bound: bound, start: times.start, bucketsPerSecond: bucketsPerSecond, count: width,
      buckets: buckets(of: depth))
    rung.buckets.update(repeating: EventBucket(), count: width)
    rungs[depth] = rung
    depth += 1
    if depth == 1 { farBound = bound }
    deal(bucket, to: rung, rest: rest ?? far)
    return true
  }

  /// Events that a bucket of a new level shall hold on average: few in the outermost, since events crowd at its front;
  /// in the others enough that their states are fetched ahead.
  @inlinable var eventsPerBucket: Int { depth == 0 ? 16 : 96 }
  /// Events up to which a bucket is sorted and not spread: they fit into the first-level cache.
  @inlinable static var mostToSort: Int { 512 }

  /// Finds the earliest and the latest time, and one that about an eighth of the events reach or pass.
  @inlinable
  func span(of bucket: EventBucket) -> EventSpan {
    var span = EventSpan()
    let stride = Swift.max(1, Int(bucket.count) / EventSpan.samples)
    var (position, sample) = (0, 0)
    chunks.forEachChunk(of: bucket) { chunk in
      var (earliest, latest) = (span.earliest, span.latest)
      for record in chunk {
        earliest = min(earliest, record.time)
        latest = Swift.max(latest, record.time)
      }
      (span.earliest, span.latest) = (earliest, latest)
      while sample < position + chunk.count {
        span.take(chunk[sample - position].time)
        sample += stride
      }
      position += chunk.count
    }
    return span
  }

  @inlinable
  mutating func deal(_ bucket: EventBucket, to rung: EventRung, rest: UnsafeMutablePointer<EventBucket>) {
    var count = Int(bucket.count)
    var chunk = chunks.next[Int(bucket.lastChunk)]
    while count > 0 {
      let size = min(count, EventChunks<Event>.size)
      for slot in 0..<size {
        // Read anew each time: an append may move the memory of the chunks.
        let record = chunks.records[Int(chunk) * EventChunks<Event>.size + slot]
        let isInRung = record.time < rung.bound
        chunks.append(record, to: isInRung ? rung.buckets + rung.index(of: record.seconds) : rest)
      }
      let following = chunks.next[Int(chunk)]
      chunks.next[Int(chunk)] = chunks.free
      chunks.free = chunk
      count -= size
      chunk = following
    }
  }

  @inlinable
  func buckets(of level: Int) -> UnsafeMutablePointer<EventBucket> {
    if let known = memory[level] { return known }
    let new = UnsafeMutablePointer<EventBucket>.allocate(capacity: EventRung.mostBuckets)
    memory[level] = new
    return new
  }

  /// Takes the earliest bucket that is not empty out of the ladder, spreading those that are too large to sort.
  ///
  /// - Precondition: The ladder is not empty.
  @inlinable
  mutating func takeBucket() -> EventBucket {
    while true {
      guard depth > 0 else {
        chunks.compact(far)
        let bucket = far.pointee
        far.pointee = EventBucket()
        farBound = 0
        if Int(bucket.count) <= Self.mostToSort || !spread(bucket, rest: far) { return bucket }
        continue
      }
      let rung = rungs + (depth - 1)
      while rung.pointee.current <= rung.pointee.lastIndex,
        rung.pointee.buckets[rung.pointee.current].count == 0
      { rung.pointee.current += 1 }
      guard rung.pointee.current <= rung.pointee.lastIndex else {
        depth -= 1
        if depth == 0 { farBound = 0 }
        continue
      }
      let place = rung.pointee.buckets + rung.pointee.current
      let bucket = place.pointee
      place.pointee = EventBucket()
      if Int(bucket.count) <= Self.mostToSort || !spread(bucket, rest: place) { return bucket }
    }
  }

  @inlinable
  func copy() -> EventLadder {
    var other = EventLadder()
    other.far.pointee = far.pointee
    other.depth = depth
    other.farBound = farBound
    other.count = count
    for level in 0..<depth {
      let rung = rungs[level]
      other.rungs[level] = EventRung(rung, buckets: other.buckets(of: level))
      other.rungs[level].buckets.update(from: rung.buckets, count: rung.lastIndex + 1)
    }
    // Of a ladder that was once far higher, only what still stands in it.
    let needed = EventChunks<Event>.needed(for: count)
    if chunks.used > 4 * needed {
      other.chunks = EventChunks(capacity: needed)
      for level in 0..<depth {
        let rung = other.rungs[level]
        for index in rung.current...rung.lastIndex {
          other.chunks.append(bucketOf: chunks, to: rung.buckets + index)
        }
      }
      other.chunks.append(bucketOf: chunks, to: other.far)
    } else {
      other.chunks = chunks.copy()
    }
    return other
  }
}

extension EventLadder {
  /// Calls `body` for all records, in no order.
  @inlinable
  func forEachRecord(_ body: (Record) -> Void) {
    forEachBucket { bucket in
      chunks.forEachChunk(of: bucket.pointee) { chunk in
        for record in chunk { body(record) }
      }
    }
  }

  @inlinable
  func forEachBucket(_ body: (UnsafeMutablePointer<EventBucket>) -> Void) {
    for level in 0..<depth {
      for index in rungs[level].current...rungs[level].lastIndex { body(rungs[level].buckets + index) }
    }
    body(far)
  }

  /// Drops all records and levels, and keeps the memory that is likely to be needed again.
  @inlinable
  mutating func clear() {
    far.pointee = EventBucket()
    depth = 0
    farBound = 0
    count = 0
    chunks.removeAll()
  }
}
