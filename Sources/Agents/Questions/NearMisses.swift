/// The wrong answers to a question about a number: so many plausible ones, then its neighbours.
struct NearMisses {
  /// The right answer first, then the wrong ones; all of them distinct.
  let options: [Int]

  /// - Parameters:
  ///   - mistakes: What comes out of likely mistakes, the likeliest first; right ones and repeated ones are passed over.
  ///   - count: How many wrong answers there are to be, at least 1.
  /// - Complexity: O((mistakes + count) · count).
  init(to solution: Int, mistakes: [Int], count: Int) {
    var options = [solution]
    options.reserveCapacity(count + 1)
    for mistake in mistakes where options.count <= count && !options.contains(mistake) { options.append(mistake) }
    var distance = 1
    while options.count <= count {
      // A slip in the last digit upwards, then downwards.
      for neighbour in [solution + distance, solution - distance]
      where options.count <= count && !options.contains(neighbour) {
        options.append(neighbour)
      }
      distance += 1
    }
    self.options = options
  }

  /// The option that a text is, as a number: `7`, `7.0` and `+7` are the same; `nil` for one that is none of them.
  func option(of content: String) -> Int? {
    guard let number = Double(content), let whole = Int(exactly: number) else { return nil }
    return options.firstIndex(of: whole)
  }
}
