import NumericalMethods

/// Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA: enough randomness for a
/// test, and the same on every machine.
public struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A standard normal deviate, by inversion: exact in the tails, and one draw a deviate.
  public mutating func normal() -> Double {
    Normal.quantile((Double(next() >> 12) + 0.5) / Double(1 << 52))
  }

  /// A number in `0..<max(1, bound)`; its bias does not matter to a test.
  public mutating func below(_ bound: Int) -> Int { Int(next() >> 1) % max(1, bound) }
}
