extension Unicode.Scalar {
  /// How many columns of a terminal the scalar takes: 0, 1 or 2.
  ///
  /// Marks that combine with the letter before them take none. Two are taken by what Unicode Standard Annex 11 calls
  /// wide and fullwidth; the table holds its blocks, not every gap within them.
  var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: Self.wide.contains { $0.contains(value) } ? 2 : 1
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2614...0x2615, 0x26A1...0x26A1, 0x2705...0x2705,
    0x274C...0x274C, 0x2728...0x2728, 0x2B50...0x2B50, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F64F, 0x1F680...0x1F6C5,
    0x1F6D0...0x1F6D2, 0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB,
    0x1F90C...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]

  /// Whether a terminal would obey the scalar, or let it turn the text around it, in place of showing it.
  var isControl: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    // Overrides and isolates of the writing direction, which can make a message show other words than it has.
    default: 0x202A...0x202E ~= value || 0x2066...0x2069 ~= value
    }
  }
}

extension String {
  /// The text with every control character written as an escape, so that it stays on its line and does nothing.
  var printable: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    return unicodeScalars.map { scalar in
      switch scalar {
      case "\n": "\\n"
      case "\t": "\\t"
      case let scalar where scalar.isControl: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: String(scalar)
      }
    }.joined()
  }
}
