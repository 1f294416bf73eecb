// How events come nearer: from the ladder into the sorted run, and how heap and ladder become each other.
extension EventList {
  /// Fills the run with the next events, or the heap with all when they are few; the answer is `frontIsInRun`'s.
  ///
  /// - Precondition: Run and heap are empty.
  @inlinable
  @inline(never)
  mutating func advance() -> Bool? {
    guard ladder.count > 0 else {
      reset()
      return nil
    }
    if ladder.count <= structure.fewestInLadder {
      gather()
      return false
    }
    loadRun(ladder.takeBucket())
    return true
  }

  /// Sorts a bucket that was taken from the ladder into the run.
  @inlinable
  mutating func loadRun(_ bucket: EventBucket) {
    run.load(bucket, from: ladder.chunks)
    ladder.chunks.recycle(bucket)
    ladder.count -= Int(bucket.count)
    nearBound = run.records[run.end - 1].time + 1
  }

  /// Moves all events of the ladder into the heap.
  @inlinable
  mutating func gather() {
    while ladder.count > 0 {
      let bucket = ladder.takeBucket()
      ladder.chunks.forEachChunk(of: bucket) { chunk in
        for record in chunk { near.append(record) }
      }
      ladder.chunks.recycle(bucket)
      ladder.count -= Int(bucket.count)
    }
    // The levels go, too: their bounds mean nothing to the events that come while the list is a heap.
    ladder.clear()
    nearBound = .max
  }

  /// Makes a list without records as a new one is, but for its memory.
  @inlinable
  mutating func reset() {
    run.removeAll()
    near.removeAll()
    ladder.clear()
    nearBound = structure.boundWhenEmpty
  }

  /// Moves the events of run and heap, which have become too many for these, into a new innermost level of the ladder.
  @inlinable
  mutating func deal() {
    var bucket = EventBucket()
    for index in run.head..<run.end { ladder.chunks.append(run.records[index], to: &bucket) }
    near.closeHole()
    for index in 0..<near.size { ladder.chunks.append(near.nodes[index], to: &bucket) }
    ladder.count += run.count + near.count
    run.head = run.end
    near.removeAll()
    nearBound = 0
    // Events of one and the same time cannot be spread; they are as well sorted at once.
    if !ladder.spread(bucket, rest: nil) { loadRun(bucket) }
  }
}
