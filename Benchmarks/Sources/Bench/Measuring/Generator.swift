/// The generator of Steele, Lea, Flood (2014), "Fast splittable pseudorandom number generators", OOPSLA '14.
///
/// Not the kernel's own streams: both sides must draw the same at the least cost, so that the event loop shows.
struct Generator: Sendable, Codable {
  var state: UInt64

  /// Number `index` of many that start far from each other.
  init(seed: UInt64, index: Int) {
    state = seed
    state = next() ^ (UInt64(index) &* 0xD134_2543_DE82_EF95)
    state = next()
  }

  @inline(__always)
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// On (0, 1).
  @inline(__always)
  mutating func uniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  @inline(__always)
  mutating func below(_ bound: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: ((next() >> 32) &* bound) >> 32) }

  @inline(__always)
  mutating func exponential(mean: Double) -> Double { -mean * quickLog(uniform()) }
}
