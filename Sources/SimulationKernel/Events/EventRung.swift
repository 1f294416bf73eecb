/// One level of the ladder: a span of time, cut into buckets of equal width.
///
/// Which bucket an event belongs to is computed from its time in floating-point arithmetic, by a function that never
/// decreases as time grows. So whatever it rounds to, an earlier bucket holds no later event.
@frozen
@usableFromInline
struct EventRung {
  /// Events of this level are before this bit pattern of a time.
  @usableFromInline let bound: UInt64
  @usableFromInline let start: Double
  @usableFromInline let bucketsPerSecond: Double
  @usableFromInline let lastIndex: Int
  @usableFromInline let buckets: UnsafeMutablePointer<EventBucket>
  /// The bucket that is taken apart; those before it are empty.
  @usableFromInline var current = 0

  @inlinable
  init(
    bound: UInt64, start: Double, bucketsPerSecond: Double, count: Int, buckets: UnsafeMutablePointer<EventBucket>
  ) {
    self.bound = bound
    self.start = start
    self.bucketsPerSecond = bucketsPerSecond
    lastIndex = count - 1
    self.buckets = buckets
  }

  /// The same level over other memory, for a copy.
  @inlinable
  init(_ other: EventRung, buckets: UnsafeMutablePointer<EventBucket>) {
    bound = other.bound
    start = other.start
    bucketsPerSecond = other.bucketsPerSecond
    lastIndex = other.lastIndex
    current = other.current
    self.buckets = buckets
  }

  /// The bucket of a time that is not before the current bucket, and before the bound.
  @inlinable
  func index(of seconds: Double) -> Int {
    // Adding 2⁵² leaves the nearest integer in the lowest bits; a conversion would check its range first.
    let place = Swift.max((seconds - start) * bucketsPerSecond, 0)
    return max(current, min(lastIndex, Int(truncatingIfNeeded: (place + 0x1p52).bitPattern & 0xF_FFFF_FFFF_FFFF)))
  }

  /// The most buckets that a level has: so many open cache lines stay in the second-level cache while events are dealt
  /// out to them. One bucket an event, as in the classic ladder queue, misses the cache for every event.
  @inlinable static var mostBuckets: Int { 512 }
  /// The most levels; a bucket of the last is sorted by comparisons.
  @inlinable static var mostLevels: Int { 12 }
}
