/// Words that code may not contain, or only with a reason beside them.
enum CodeRules {
  /// Lines, from 1, on which the program would end without saying what is wrong.
  static func crashes(in text: String) -> [(line: Int, word: String)] {
    SwiftCode(text).lines.enumerated().flatMap { index, line in
      ["try!", "as!", "fatalError("].filter { has($0, in: line) }.map { (index + 1, $0) }
    }
  }

  /// Lines, from 1, on which an error is dropped without a comment there or just above.
  static func silentErrors(in text: String) -> [Int] {
    let code = SwiftCode(text)
    return code.lines.enumerated().compactMap { index, line in
      guard has("try?", in: line) else { return nil }
      let isExplained = code.comments[index] != nil || (index > 0 && code.comments[index - 1] != nil)
      return isExplained ? nil : index + 1
    }
  }

  /// Lines, from 1, that put something off without naming an issue: `TODO(#12)`.
  static func openEnds(in text: String) -> [Int] {
    SwiftCode(text).comments.enumerated().compactMap { index, comment in
      guard let comment, comment.contains(/\b(TODO|FIXME|XXX)\b/) else { return nil }
      return comment.contains(/#[0-9]+/) ? nil : index + 1
    }
  }

  private static func has(_ word: String, in line: String) -> Bool {
    line.ranges(of: word).contains { range in
      range.lowerBound == line.startIndex || !line[line.index(before: range.lowerBound)].isLetter
    }
  }
}
