/// Returns the candidate that the user most likely meant, or `nil` where none is near.
///
/// Near means a Damerau–Levenshtein distance (insertions, deletions, substitutions and swaps of neighbours) of at
/// most a third of the longer word, and at least 1. Among equally near candidates the first in the given order wins.
///
/// - Complexity: O(n · m) for each candidate.
public func nearestMatch(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars)
  // A word of many thousand characters is not a slip of the finger, and the table would be large.
  guard wanted.count <= 100 else { return nil }
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let offered = Array(candidate.lowercased().unicodeScalars)
    let distance = editDistance(wanted, offered)
    guard distance <= max(1, max(wanted.count, offered.count) / 3) else { continue }
    // A one-letter word is within one substitution of every other: that is no likeness.
    guard distance < min(wanted.count, offered.count) else { continue }
    if best == nil || distance < best!.distance { best = (candidate, distance) }
  }
  return best?.candidate
}

/// Returns the optimal-string-alignment distance between two words.
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var current = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      current[j] = min(substitution, last[j] + 1, current[j - 1] + 1)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        current[j] = min(current[j], beforeLast[j - 2] + 1)
      }
    }
    (beforeLast, last) = (last, current)
  }
  return last[b.count]
}
