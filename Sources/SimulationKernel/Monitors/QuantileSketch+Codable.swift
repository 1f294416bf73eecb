extension QuantileSketch: Codable {
  private enum CodingKeys: String, CodingKey {
    case relativeError, smallest, zeros, positive, negative, minimum, maximum
  }

  /// - Throws: `DecodingError` where a part is missing, or is nothing that this type can have written.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let error = try container.decode(Double.self, forKey: .relativeError)
    // Other numbers would come back as another sketch than was written, or as none.
    try container.require(
      error >= 0x1p-10 && error <= 0.25 && error.significand == 1, .relativeError,
      "relativeError is \(error); it must be a power of two in 2^-10...2^-2")
    let smallest = try container.decode(Double.self, forKey: .smallest)
    self.init(precision: -Int(error.exponent) - 1, smallest: smallest)
    zeros = try container.decode(Int.self, forKey: .zeros)
    try container.require(zeros >= 0, .zeros, "zeros is \(zeros); it must be at least 0")
    recorded = zeros
    for (key, sign) in [(CodingKeys.positive, 1), (.negative, -1)] {
      let pairs = try container.decode([Int].self, forKey: key)
      for index in stride(from: 0, to: pairs.count - 1, by: 2) {
        let (place, count) = (pairs[index], pairs[index + 1])
        let isPlace = place >= 1 << precision && place < 2047 << precision
        try container.require(isPlace && count > 0, key, "no counter \(place) can hold \(count) values")
        if sign > 0 {
          positive.insert(count, at: place, precision: precision)
        } else {
          negative.insert(count, at: place, precision: precision)
        }
        let (sum, isTooMuch) = recorded.addingReportingOverflow(count)
        try container.require(!isTooMuch, key, "there are more than 2^63 values")
        recorded = sum
      }
    }
    least = try container.decodeExactly(forKey: .minimum)
    greatest = try container.decodeExactly(forKey: .maximum)
  }

  /// Writes numbers that JSON has as well; they come back to the bit.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(relativeError, forKey: .relativeError)
    try container.encode(smallest, forKey: .smallest)
    try container.encode(zeros, forKey: .zeros)
    try container.encode(positive.pairs, forKey: .positive)
    try container.encode(negative.pairs, forKey: .negative)
    try container.encodeExactly(least, forKey: .minimum)
    try container.encodeExactly(greatest, forKey: .maximum)
  }
}
