/// What the repository's texts may not hold, or must.
enum TextRules {
  // In two parts, so that this file passes its own check.
  private static let homes = ["root", "home", "work", "Users"].map { "/" + $0 + "/" }

  /// Lines, from 1, that name a place on somebody's machine.
  static func machinePaths(in text: String) -> [Int] {
    guard homes.contains(where: text.contains) else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      homes.contains { home in line.ranges(of: home).contains { startsPath($0.lowerBound, in: line) } }
        ? index + 1 : nil
    }
  }

  /// A path begins where no word and no address goes on.
  private static func startsPath(_ index: Substring.Index, in line: Substring) -> Bool {
    guard index > line.startIndex else { return true }
    let before = line[line.index(before: index)]
    return !before.isLetter && !before.isNumber && !"_-.~}".contains(before)
  }

  static func hasUnreleasedChanges(_ changelog: String) -> Bool {
    changelog.contains(/(?m)^## \[?Unreleased\]?$/)
  }

  static func isGPL3(_ licence: String) -> Bool {
    licence.contains("GNU GENERAL PUBLIC LICENSE") && licence.contains("Version 3, 29 June 2007")
  }
}
