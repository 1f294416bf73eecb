/// Between which times the events of a bucket lie.
@frozen
@usableFromInline
struct EventSpan {
  @usableFromInline var earliest = UInt64.max
  @usableFromInline var latest = UInt64(0)
  /// The four latest of a sample, the latest first.
  @usableFromInline var tops = SIMD4<UInt64>(repeating: 0)

  /// Times that are looked at to find one that an eighth of all reach.
  @inlinable static var samples: Int { 32 }

  @inlinable
  init() {}

  /// A time that about an eighth of the events reach or pass.
  @inlinable var upper: UInt64 { tops[3] }
  @inlinable var upperSeconds: Double { Double(bitPattern: upper) }
  @inlinable var start: Double { Double(bitPattern: earliest) }
  @inlinable var length: Double { Double(bitPattern: latest) - start }

  @inlinable
  mutating func take(_ time: UInt64) {
    guard time > tops[3] else { return }
    var place = 3
    while place > 0, time > tops[place - 1] {
      tops[place] = tops[place - 1]
      place -= 1
    }
    tops[place] = time
  }
}
