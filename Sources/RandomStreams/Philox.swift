/// The counter-based generator Philox4x32-10.
///
/// Salmon, Moraes, Dror, Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC '11. A block is a bijection of
/// its 128-bit counter under a 64-bit key; so any draw of any stream is computed on its own, in any order.
@usableFromInline
enum Philox {
  @usableFromInline typealias Block = SIMD4<UInt32>

  /// Returns the four words that belong to a counter and a key.
  @inlinable
  static func block(counter: Block, key: SIMD2<UInt32>) -> Block {
    var (x, k) = (counter, key)
    for round in 0..<10 {
      if round > 0 { k = k &+ SIMD2(0x9E37_79B9, 0xBB67_AE85) }
      let a = UInt64(0xD251_1F53) &* UInt64(x[0])
      let b = UInt64(0xCD9E_8D57) &* UInt64(x[2])
      x = SIMD4(
        UInt32(truncatingIfNeeded: b >> 32) ^ x[1] ^ k[0], UInt32(truncatingIfNeeded: b),
        UInt32(truncatingIfNeeded: a >> 32) ^ x[3] ^ k[1], UInt32(truncatingIfNeeded: a))
    }
    return x
  }

  @inlinable
  static func words(_ value: UInt64) -> SIMD2<UInt32> {
    SIMD2(UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32))
  }

  @inlinable
  static func join(_ low: UInt32, _ high: UInt32) -> UInt64 { UInt64(high) << 32 | UInt64(low) }
}
