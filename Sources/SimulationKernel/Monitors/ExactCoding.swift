// JSON has no infinity and no NaN, and Foundation's encoder throws on them by default. A finite number is written as a
// number, which round-trips to the bit; the others as the words below.

extension KeyedEncodingContainer {
  mutating func encodeExactly(_ value: Double, forKey key: Key) throws {
    if value.isFinite {
      try encode(value, forKey: key)
    } else {
      try encode(value.isNaN ? "nan" : value < 0 ? "-inf" : "inf", forKey: key)
    }
  }
}

extension KeyedDecodingContainer {
  func decodeExactly(forKey key: Key) throws -> Double {
    do {
      return try decode(Double.self, forKey: key)
    } catch DecodingError.typeMismatch {
      return try decodeWord(forKey: key)
    }
  }

  private func decodeWord(forKey key: Key) throws -> Double {
    switch try decode(String.self, forKey: key) {
    case "nan": return .nan
    case "-inf": return -.infinity
    case "inf": return .infinity
    case let word:
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "'\(word)' is no number; allowed: a number, nan, inf, -inf")
    }
  }

  /// A time, which is finite and at least 0.
  func decodeTime(forKey key: Key) throws -> SimulationTime {
    let seconds = try decode(Double.self, forKey: key)
    try require(seconds >= 0 && seconds.isFinite, key, "a time is \(seconds) s; it must be finite and at least 0")
    return SimulationTime(seconds: seconds)
  }

  func require(_ condition: Bool, _ key: Key, _ problem: @autoclosure () -> String) throws {
    if !condition { throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: problem()) }
  }
}
