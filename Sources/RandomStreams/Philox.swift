/// The counter-based generator Philox4x32-10.
///
/// Salmon, Moraes, Dror, Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", SC '11. A block is a bijection of
/// its 128-bit counter under a 64-bit key; so any draw of any stream is computed on its own, in any order.
@usableFromInline
enum Philox {
  /// The four words of a block, two in each number, the earlier word in the lower half.
  @usableFromInline typealias Block = (low: UInt64, high: UInt64)

  /// Returns the block that belongs to a counter and a key.
  @inlinable
  static func block(counter: Block, key: UInt64) -> Block {
    // Words in variables of their own: elements of a SIMD4 are moved through memory in every round.
    var (x0, x1) = words(counter.low)
    var (x2, x3) = words(counter.high)
    var (k0, k1) = words(key)
    for _ in 0..<10 {
      let a = UInt64(0xD251_1F53) &* UInt64(x0)
      let b = UInt64(0xCD9E_8D57) &* UInt64(x2)
      let (a0, a1) = words(a)
      let (b0, b1) = words(b)
      (x0, x1, x2, x3) = (b1 ^ x1 ^ k0, b0, a1 ^ x3 ^ k1, a0)
      (k0, k1) = (k0 &+ 0x9E37_79B9, k1 &+ 0xBB67_AE85)
    }
    return (join(x0, x1), join(x2, x3))
  }

  @inlinable
  static func words(_ value: UInt64) -> (UInt32, UInt32) {
    (UInt32(truncatingIfNeeded: value), UInt32(truncatingIfNeeded: value >> 32))
  }

  @inlinable
  static func join(_ low: UInt32, _ high: UInt32) -> UInt64 { UInt64(high) << 32 | UInt64(low) }
}
