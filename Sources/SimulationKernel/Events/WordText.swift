/// Numbers of 64 bits as one text, 16 hexadecimal digits each.
///
/// A checkpoint of a million events has two million such numbers; coded one by one they would take most of its time.
enum WordText {
  private static var digits: Int { 16 }

  static func encode(_ words: some Collection<UInt64>) -> String {
    String(unsafeUninitializedCapacity: words.count * digits) { text in
      var place = 0
      for word in words {
        for digit in 0..<digits {
          let value = UInt8(truncatingIfNeeded: word >> UInt64(60 - 4 * digit)) & 15
          text[place + digit] = value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
        }
        place += digits
      }
      return place
    }
  }

  /// The numbers of a text, or `nil` where it is none that `encode` writes.
  static func decode(_ text: String) -> [UInt64]? {
    var text = text
    return text.withUTF8 { text in
      guard text.count.isMultiple(of: digits) else { return nil }
      var words: [UInt64] = []
      words.reserveCapacity(text.count / digits)
      for start in stride(from: 0, to: text.count, by: digits) {
        var word: UInt64 = 0
        for byte in text[start..<start + digits] {
          guard let value = value(of: byte) else { return nil }
          word = word << 4 | UInt64(value)
        }
        words.append(word)
      }
      return words
    }
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
