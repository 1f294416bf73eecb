/// Numbers as they stand in a text.
enum NumberText {
  /// All numbers of a text, each as it is written shortest: `1,200.0` is `1200`, `−7` is `-7`.
  static func all(in text: String) -> [String] {
    let text = text.replacing("\u{2212}", with: "-")
    // A minus sign behind a digit, a letter or a bracket subtracts; it is no part of the number.
    return text.matches(of: /[0-9](?:[0-9]|,(?=[0-9]{3}))*(?:\.[0-9]+)?/).compactMap { match in
      let isNegative = isSigned(text[..<match.range.lowerBound])
      return shortest((isNegative ? "-" : "") + match.output.replacing(",", with: ""))
    }
  }

  /// A share of 1 that is written as one, as a percentage, or as a number from 0 to 100; `nil` outside 0...1.
  static func share(_ text: String) -> Double? {
    guard let number = all(in: text).last.flatMap({ Double($0) }) else { return nil }
    let isPercentage = text.contains("%") || number > 1 || !text.contains(".")
    let share = isPercentage ? number / 100 : number
    return 0...1 ~= share ? share : nil
  }

  private static func isSigned(_ before: Substring) -> Bool {
    guard before.last == "-" else { return false }
    guard let earlier = before.dropLast().last else { return true }
    return !earlier.isLetter && !earlier.isNumber && earlier != ")"
  }

  private static func shortest(_ digits: String) -> String? {
    guard let number = Double(digits), number.isFinite else { return nil }
    guard let whole = Int(exactly: number) else { return "\(number)" }
    return "\(whole)"
  }
}
