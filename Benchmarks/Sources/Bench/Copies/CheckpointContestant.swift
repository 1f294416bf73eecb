import Foundation
import SimulationKernel

/// Encodes a simulation, decodes it, and handles one event in what came back; a unit is all three.
struct CheckpointContestant: Contestant {
  private let original: Simulation<PostOffice>
  private(set) var digest: UInt64 = 0
  /// Of the last encoding.
  private(set) var byteCount = 0

  init(letters: Int, seed: UInt64) {
    original = Simulation(PostOffice(letters: letters, generator: Generator(seed: seed, index: 0)))
  }

  mutating func run(_ times: Int) {
    for _ in 0..<times {
      // Without a copy the digest stays behind, and the contest ends with a disagreement.
      guard let (bytes, decoded) = try? Self.roundTrip(original), var copy = decoded as? Simulation<PostOffice>
      else { return }
      byteCount = bytes
      copy.run(maximumEvents: 1)
      digest = PostOffice.digest(digest, ofFirst: copy)
    }
  }

  /// Whether the kernel can write simulations at all.
  static var isPossible: Bool {
    codable(Simulation(PostOffice(letters: 0, generator: Generator(seed: 0, index: 0)))) != nil
  }

  // Asked at run time, so that this compiles with a kernel whose simulations cannot be encoded.
  private static func codable<Value>(_ value: Value) -> (any Codable)? { value as? any Codable }

  private static func roundTrip(_ simulation: Simulation<PostOffice>) throws -> (bytes: Int, copy: Any)? {
    guard let value = codable(simulation) else { return nil }
    return try roundTrip(ofCodable: value)
  }

  private static func roundTrip<Value: Codable>(ofCodable value: Value) throws -> (bytes: Int, copy: Any) {
    let data = try JSONEncoder().encode(value)
    return (data.count, try JSONDecoder().decode(Value.self, from: data))
  }
}
