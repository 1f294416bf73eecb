/// What the names and lengths of files say about them.
enum FileRules {
  static let longest = 500

  /// Words that say nothing: what such a file holds has a name.
  private static let empty = ["Util", "Utils", "Utilities", "Helper", "Helpers", "Common", "Misc", "Manager"]

  static func isTooLong(_ text: String) -> Bool {
    text.split(separator: "\n", omittingEmptySubsequences: false).count > longest
  }

  /// Whether one of the words that a name is made of says nothing.
  static func saysNothing(_ stem: String) -> Bool {
    var words: [String] = []
    for character in stem {
      if !character.isLetter {
        words.append("")
      } else if character.isUppercase || words.isEmpty {
        words.append(String(character))
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words.contains { empty.contains($0) }
  }

  /// Names that occur more than once, whatever the case of their letters.
  static func repeated(_ names: [String]) -> [String] {
    Dictionary(grouping: names) { $0.lowercased() }.filter { $0.value.count > 1 }.keys.sorted()
  }
}
