/// Events in the order in which they came: how many there are, and the last of the chunks that hold them.
///
/// The chunks of a bucket form a ring, so that the last leads to the first.
@frozen
@usableFromInline
struct EventBucket: BitwiseCopyable {
  @usableFromInline var count: UInt32 = 0
  @usableFromInline var lastChunk: UInt32 = 0

  @inlinable
  init() {}
}

/// The memory of all buckets of an event list: chunks of records, given out and taken back without an allocation.
@frozen
@usableFromInline
struct EventChunks<Event: BitwiseCopyable>: ~Copyable {
  @usableFromInline typealias Record = EventRecord<Event>

  /// Records in a chunk: enough that a bucket is read as a stream, few enough that half-filled ones cost little.
  @inlinable static var size: Int { 32 }

  @usableFromInline var records: UnsafeMutablePointer<Record>
  @usableFromInline var next: UnsafeMutablePointer<UInt32>
  /// Chunks that memory is reserved for, and how many of them were ever used.
  @usableFromInline var capacity: Int
  @usableFromInline var used = 0
  @usableFromInline var free = UInt32.max

  @inlinable
  init(capacity: Int = 16) {
    self.capacity = capacity
    records = .allocate(capacity: capacity * Self.size)
    next = .allocate(capacity: capacity)
  }

  @inlinable
  deinit {
    records.deallocate()
    next.deallocate()
  }

  @inlinable
  mutating func append(_ record: Record, to bucket: UnsafeMutablePointer<EventBucket>) {
    let state = bucket.pointee
    let slot = Int(state.count) & (Self.size - 1)
    // The rare way leaves for good: so the common one is a leaf, and saves no registers.
    if slot == 0 { return appendToNewChunk(record, to: bucket) }
    records[Int(state.lastChunk) &* Self.size &+ slot] = record
    bucket.pointee.count = state.count &+ 1
  }

  @inlinable
  @inline(never)
  mutating func appendToNewChunk(_ record: Record, to bucket: UnsafeMutablePointer<EventBucket>) {
    addChunk(to: bucket)
    records[Int(bucket.pointee.lastChunk) * Self.size] = record
    bucket.pointee.count &+= 1
  }

  @inlinable
  mutating func addChunk(to bucket: UnsafeMutablePointer<EventBucket>) {
    precondition(bucket.pointee.count < UInt32.max - 64, "more than 2^32 events fall into one interval of time")
    let chunk = allocate()
    if bucket.pointee.count == 0 {
      next[Int(chunk)] = chunk
    } else {
      let last = Int(bucket.pointee.lastChunk)
      next[Int(chunk)] = next[last]
      next[last] = chunk
    }
    bucket.pointee.lastChunk = chunk
  }

  @inlinable
  mutating func allocate() -> UInt32 {
    if free != .max {
      let chunk = free
      free = next[Int(chunk)]
      return chunk
    }
    if used == capacity { grow(to: capacity + max(16, capacity / 8)) }
    used += 1
    return UInt32(used - 1)
  }

  @inlinable
  mutating func grow(to larger: Int) {
    let newRecords = UnsafeMutablePointer<Record>.allocate(capacity: larger * Self.size)
    newRecords.update(from: records, count: used * Self.size)
    records.deallocate()
    records = newRecords
    let newNext = UnsafeMutablePointer<UInt32>.allocate(capacity: larger)
    newNext.update(from: next, count: used)
    next.deallocate()
    next = newNext
    capacity = larger
  }

  /// Calls `body` for the records of a bucket, chunk after chunk, in the order in which they came.
  @inlinable
  func forEachChunk(of bucket: EventBucket, _ body: (UnsafeMutableBufferPointer<Record>) -> Void) {
    var rest = Int(bucket.count)
    var chunk = rest == 0 ? 0 : Int(next[Int(bucket.lastChunk)])
    while rest > 0 {
      let count = min(rest, Self.size)
      let following = Int(next[chunk])
      body(UnsafeMutableBufferPointer(start: records + chunk * Self.size, count: count))
      rest -= count
      chunk = following
    }
  }

  /// Takes the chunks of a bucket back; the caller empties it.
  @inlinable
  mutating func recycle(_ bucket: EventBucket) {
    guard bucket.count > 0 else { return }
    let last = Int(bucket.lastChunk)
    let first = next[last]
    next[last] = free
    free = first
  }

  @inlinable
  func copy() -> EventChunks {
    var other = EventChunks()
    if other.capacity < used { other.grow(to: used) }
    other.records.update(from: records, count: used * Self.size)
    other.next.update(from: next, count: used)
    other.used = used
    other.free = free
    return other
  }
}

// Chunks are taken back one by one and never given back one by one. What a list had in its highest times would stay its
// own for ever, and be copied with it, but for these.
extension EventChunks {
  /// Chunks that so many records take in all likelihood, with those that are half filled.
  @inlinable
  static func needed(for records: Int) -> Int { records / size + EventRung.mostBuckets / 2 }

  /// Takes all chunks back; memory of which less than a quarter was in use since the last time is given back.
  @inlinable
  mutating func removeAll() {
    if capacity > EventRung.mostBuckets, used < capacity / 4 { self = EventChunks(capacity: max(16, used * 2)) }
    used = 0
    free = .max
  }

  /// Moves the records of the only bucket to less memory, where there is far too much.
  @inlinable
  mutating func compact(_ bucket: UnsafeMutablePointer<EventBucket>) {
    let needed = Self.needed(for: Int(bucket.pointee.count))
    guard capacity > 8 * needed else { return }
    var other = EventChunks(capacity: needed)
    other.append(bucketOf: self, to: bucket)
    self = other
  }

  /// Takes over the records of a bucket of other memory, in their order.
  @inlinable
  mutating func append(bucketOf other: borrowing EventChunks, to bucket: UnsafeMutablePointer<EventBucket>) {
    let source = bucket.pointee
    bucket.pointee = EventBucket()
    var rest = Int(source.count)
    var chunk = rest == 0 ? 0 : Int(other.next[Int(source.lastChunk)])
    while rest > 0 {
      for slot in 0..<min(rest, Self.size) { append(other.records[chunk * Self.size + slot], to: bucket) }
      rest -= Self.size
      chunk = Int(other.next[chunk])
    }
  }
}
