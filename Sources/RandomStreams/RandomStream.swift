/// One sequence of random numbers, of its own for every consumer.
///
/// Its key comes from (root seed, replication, stream name), its counter from the entity and the draw's number; so two
/// streams never share a draw, and making one costs nothing but a few words. 2⁶⁵ draws are its period.
///
/// The bits are the same on every machine: see `PortableMath` for what stands between them and the variates.
@frozen
public struct RandomStream: RandomNumberGenerator, Sendable {
  @usableFromInline let key: SIMD2<UInt32>
  @usableFromInline let entity: SIMD2<UInt32>
  @usableFromInline var blockNumber: UInt64 = 0
  /// The second half of the last block, when it was not drawn yet.
  @usableFromInline var spare: UInt64?

  @inlinable
  init(key: UInt64, entity: UInt64) {
    self.key = Philox.words(key)
    self.entity = Philox.words(entity)
  }

  /// Returns the next 64 random bits.
  ///
  /// - Complexity: O(1), one Philox block for two draws.
  @inlinable
  public mutating func next() -> UInt64 {
    if let value = spare {
      spare = nil
      return value
    }
    let number = Philox.words(blockNumber)
    blockNumber &+= 1
    let block = Philox.block(counter: SIMD4(number[0], number[1], entity[0], entity[1]), key: key)
    spare = Philox.join(block[2], block[3])
    return Philox.join(block[0], block[1])
  }

  /// Returns a number uniform on (0, 1): never 0, never 1, so that its logarithm and its normal quantile are finite.
  @inlinable
  public mutating func uniform() -> Double {
    (Double(next() >> 12) + 0.5) * 0x1p-52
  }
}
