/// The bytes of a trace that have not been written yet.
struct TraceText {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ number: some BinaryInteger) { appendVerbatim(String(number)) }

  /// Adds the shortest text that reads back as the same number.
  mutating func append(_ number: Double) { appendVerbatim(number.description) }

  /// Adds a text that may hold anything, so that it stays on one line and ends no string of JSON.
  ///
  /// - Parameter quoted: Whether quotes and backslashes are escaped as well, as between the quotes of JSON.
  mutating func append(_ text: String, quoted: Bool) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        if quoted { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      case 0..<0x20, 0x7F:
        append("\\u00")
        bytes.append(Self.digit(byte >> 4))
        bytes.append(Self.digit(byte & 0xF))
      default: bytes.append(byte)
      }
    }
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  private mutating func appendVerbatim(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }
}
