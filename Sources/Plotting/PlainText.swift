/// Text from users, made safe to stand on one line of a file.
enum PlainText {
  /// Returns the text with control characters, line breaks and noncharacters as spaces.
  ///
  /// XML 1.0 has no way to write most control characters: one of them would make the whole figure unreadable.
  static func singleLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.properties.generalCategory == .control
      let isSeparator = scalar == "\u{2028}" || scalar == "\u{2029}"
      let isBroken = isControl || isSeparator || scalar.properties.isNoncharacterCodePoint
      result.append(isBroken ? " " : scalar)
    }
    return String(result)
  }
}
