/// One sequence of random numbers, of its own for every consumer.
///
/// Its key comes from (root seed, replication, stream name), its counter from the entity and the draw's number; so two
/// streams never share a draw, and making one costs nothing but a few words. 2⁶⁴ draws are its period. A stream takes
/// 32 bytes; every agent of a million can keep one.
///
/// The bits are the same on every machine: see `PortableMath` for what stands between them and the variates.
@frozen
public struct RandomStream: RandomNumberGenerator, Sendable {
  @usableFromInline let key: UInt64
  @usableFromInline let entity: UInt64
  /// The number of the next draw. Two draws come from one block: an even one from its lower half.
  @usableFromInline var position: UInt64 = 0
  /// The draw at `position` where that is odd; otherwise left over, and of no meaning.
  @usableFromInline var spare: UInt64 = 0

  @inlinable
  init(key: UInt64, entity: UInt64) {
    self.key = key
    self.entity = entity
  }

  /// Returns the next 64 random bits.
  ///
  /// - Complexity: O(1), one Philox block for two draws.
  @inlinable
  public mutating func next() -> UInt64 {
    let number = position
    position &+= 1
    if number & 1 != 0 { return spare }
    let block = Philox.block(counter: (number >> 1, entity), key: key)
    spare = block.high
    return block.low
  }

  /// Returns a number uniform on (0, 1): never 0, never 1, so that its logarithm and its normal quantile are finite.
  ///
  /// It is the middle of one of 2⁵² intervals of equal width, and takes one draw.
  ///
  /// - Complexity: O(1).
  @inlinable
  public mutating func uniform() -> Double {
    // The bits become the fraction of a number in [1, 2). The difference is exact: (k + ½) 2⁻⁵² for the upper 52 bits k.
    Double(bitPattern: next() >> 12 | 0x3FF0_0000_0000_0000) - 0x1.fffffffffffffp-1
  }
}
