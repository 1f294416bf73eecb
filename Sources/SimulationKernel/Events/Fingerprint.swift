/// A rolling hash over the time and order of the events of a run.
///
/// Two runs with the same fingerprint handled the same events in the same order, so that reproducibility can be checked
/// by comparing one number. It is no cryptographic hash.
@frozen
public struct Fingerprint: Sendable, Hashable, Codable {
  @usableFromInline var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash over all that was mixed in so far.
  @inlinable public var value: UInt64 { state }

  @inlinable
  public init() {}

  /// Takes in one event; the order in which events come changes the hash.
  @inlinable
  public mutating func mix(time: SimulationTime, order: UInt64) {
    // The multiplier is that of the 64-bit FNV-1a hash; the shift carries high bits down, which it alone does not.
    var hash = (state ^ time.seconds.bitPattern) &* 0x0000_0100_0000_01B3
    hash = (hash ^ (hash >> 29) ^ order) &* 0x0000_0100_0000_01B3
    state = hash ^ (hash >> 32)
  }
}
