/// Estimates of how much room text takes, and text cut or wrapped to a room.
///
/// The reader's machine chooses the font of an SVG, so nobody knows a text's width. The estimate is near that of Inter
/// and DejaVu Sans, the wider ones among the common faces: what fits by it fits in Arial too.
enum TextMetrics {
  /// Returns the estimated width in pixels.
  ///
  /// - Parameter size: The letters' size in pixels.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    var ems = 0.0
    for scalar in text.unicodeScalars { ems += advance(of: scalar) }
    return ems * size * (isBold ? 1.06 : 1)
  }

  private static func advance(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case " ", ".", ",", ":", ";", "'", "|", "!", "i", "j", "l", "I", "\u{B7}", "\u{A0}", "\u{202F}": 0.29
    case "f", "r", "t", "(", ")", "[", "]", "/", "\\", "-": 0.38
    case "m", "w", "M", "W", "%", "@": 0.96
    case "A"..."Z", "&": 0.72
    case "\u{2190}"..."\u{2193}": 0.9
    case _ where scalar.value >= 0x2E80: 1.05
    case _ where scalar.properties.generalCategory == .nonspacingMark: 0
    default: 0.62
    }
  }

  /// Returns the text, its end replaced by `…` where it is wider than the room.
  static func truncated(_ text: String, toWidth room: Double, size: Double, isBold: Bool = false) -> String {
    guard width(of: text, size: size, isBold: isBold) > room else { return text }
    var kept = text
    while !kept.isEmpty, width(of: kept + "…", size: size, isBold: isBold) > room { kept.removeLast() }
    return kept + "…"
  }

  /// Returns the text in lines of at most `limit` characters, broken at spaces where there are any.
  static func lines(of text: String, limit: Int) -> [String] {
    lines(of: text) { $0.count <= limit }
  }

  /// Returns the text in lines that fit a room, broken at spaces where there are any.
  static func lines(of text: String, width room: Double, size: Double, isBold: Bool = false) -> [String] {
    lines(of: text) { width(of: $0, size: size, isBold: isBold) <= room }
  }

  private static func lines(of text: String, fits: (String) -> Bool) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in PlainText.singleLine(text).split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if fits(longer) {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      // A word that is too long for a line of its own is broken anywhere.
      for character in word {
        if !line.isEmpty, !fits(line + String(character)) {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
