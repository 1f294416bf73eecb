/// Where an event of the hold model happens: one cache line of state.
struct Place {
  var generator: Generator
  var visits: UInt64 = 0
  var lastVisit = 0.0
  // Fills the line: 64 bytes in all.
  private let padding: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)

  init(seed: UInt64, index: Int) {
    generator = Generator(seed: seed, index: index)
  }

  /// Returns so many places, in whole cache lines.
  static func allocate(_ count: Int, seed: UInt64) -> UnsafeMutablePointer<Place> {
    precondition(MemoryLayout<Place>.stride == 64, "a place takes \(MemoryLayout<Place>.stride) bytes, not 64")
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count * 64, alignment: 64)
    let places = memory.bindMemory(to: Place.self, capacity: count)
    for index in 0..<count { (places + index).initialize(to: Place(seed: seed, index: index)) }
    return places
  }
}
