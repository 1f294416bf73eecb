/// Counters for positive numbers, addressed by the leading bits of their pattern: exponent, then some of the mantissa.
///
/// The counters span whole powers of two, from the smallest seen to the largest, so that the same numbers give the same
/// counters in whatever order they came.
@usableFromInline
struct OctaveCounts: Sendable, Hashable {
  // Of the first counter; a multiple of the counters in an octave.
  @usableFromInline var first = 0
  @usableFromInline var counts: [Int] = []

  @usableFromInline
  init() {}

  @inlinable
  @inline(__always)
  mutating func increment(_ key: Int, precision: Int) {
    let index = key - first
    // One comparison for both ends: a negative index is a huge number.
    if UInt(bitPattern: index) < UInt(bitPattern: counts.count) {
      counts[index] += 1
    } else {
      insert(1, at: key, precision: precision)
    }
  }

  @usableFromInline
  mutating func insert(_ count: Int, at key: Int, precision: Int) {
    cover(key, precision: precision)
    counts[key - first] += count
  }

  /// Grows to the octave of `key`; at most once an octave, so 2046 times at worst.
  private mutating func cover(_ key: Int, precision: Int) {
    let octave = (key >> precision) << precision
    let width = 1 << precision
    if counts.isEmpty {
      first = octave
      counts = Array(repeating: 0, count: width)
    } else if octave < first {
      counts.insert(contentsOf: repeatElement(0, count: first - octave), at: 0)
      first = octave
    } else if octave >= first + counts.count {
      counts.append(contentsOf: repeatElement(0, count: octave + width - first - counts.count))
    }
  }

  mutating func merge(_ other: OctaveCounts, precision: Int) {
    guard !other.counts.isEmpty else { return }
    cover(other.first, precision: precision)
    cover(other.first + other.counts.count - 1, precision: precision)
    for (index, count) in other.counts.enumerated() { counts[other.first + index - first] += count }
  }

  /// The keys that have a count with their counts, in ascending order, as `[key, count, key, count, ...]`.
  var pairs: [Int] {
    counts.enumerated().flatMap { $0.element > 0 ? [first + $0.offset, $0.element] : [] }
  }
}
