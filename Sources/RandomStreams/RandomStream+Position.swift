// Where a stream stands: passing over draws, comparing, saving and restoring.
// `spare` follows from the other three, and is left out of all of them.

extension RandomStream {
  /// Passes over the next draws, as if they had been drawn and thrown away.
  ///
  /// A draw is 64 bits, as of `next()`. Variates by rejection (exponential, gamma, Dirichlet) take a varying number.
  ///
  /// - Parameter count: How many draws, at least 0.
  /// - Complexity: O(1): the counter is set.
  @inlinable
  public mutating func discard(_ count: Int) {
    precondition(count >= 0, "\(count) draws are to be passed over; it must be at least 0")
    position &+= UInt64(count)
    refillSpare()
  }

  @inlinable
  mutating func refillSpare() {
    if position & 1 != 0 { spare = Philox.block(counter: (position >> 1, entity), key: key).high }
  }
}

extension RandomStream: Hashable {
  /// Returns whether both streams will give the same draws for ever.
  @inlinable
  public static func == (left: RandomStream, right: RandomStream) -> Bool {
    (left.key, left.entity, left.position) == (right.key, right.entity, right.position)
  }

  /// Feeds what decides equality into a hasher; the hash differs from process to process.
  @inlinable
  public func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(entity)
    hasher.combine(position)
  }
}

/// A stream that is decoded goes on with the very draws that the encoded one would have given.
extension RandomStream: Codable {
  private enum CodingKeys: CodingKey { case key, entity, position }

  /// Encodes key, entity and the number of the next draw, three integers of 64 bits.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(key, forKey: .key)
    try container.encode(entity, forKey: .entity)
    try container.encode(position, forKey: .position)
  }

  /// Decodes what `encode(to:)` wrote.
  ///
  /// - Throws: What the decoder throws where one of the three is missing or no 64-bit integer.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      key: try container.decode(UInt64.self, forKey: .key),
      entity: try container.decode(UInt64.self, forKey: .entity))
    position = try container.decode(UInt64.self, forKey: .position)
    refillSpare()
  }
}
