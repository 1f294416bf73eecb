import Testing

@testable import Diagnostics

@Suite("nearestMatch")
struct NearestMatchTests {
  @Test(
    "finds what was meant, and nothing where nothing is near",
    arguments: [
      ("replicatons", "replications"), ("REPLICATIONS", "replications"), ("titel", "title"), ("kidn", "kind"),
      ("sed", "seed"), ("seeds", "seed"), ("replication", "replications"), ("minn", "min"),
      ("", nil), ("x", nil), ("tasks", nil), ("max", nil), ("completely", nil), ("蟻", nil),
    ] as [(String, String?)])
  func found(word: String, expected: String?) {
    #expect(nearestMatch(to: word, among: ["kind", "min", "replications", "seed", "title"]) == expected)
  }

  @Test("Among equally near candidates the first wins; without candidates there is none")
  func ties() {
    #expect(nearestMatch(to: "bat", among: ["cat", "rat"]) == "cat")
    #expect(nearestMatch(to: "bat", among: ["rat", "cat"]) == "rat")
    #expect(nearestMatch(to: "bat", among: ["cat", "bats", "bat"]) == "bat")
    #expect(nearestMatch(to: "bat", among: []) == nil)
  }

  @Test("One letter is like no other, and a word of a thousand letters is no slip")
  func tooShortOrLong() {
    #expect(nearestMatch(to: "a", among: ["b"]) == nil)
    let long = String(repeating: "a", count: 1_000)
    #expect(nearestMatch(to: long, among: [long]) == nil)
  }

  @Test(
    "The distance counts insertions, deletions, substitutions and swaps of neighbours",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1),
      ("abc", "abcd", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
  func distance(a: String, b: String, expected: Int) {
    #expect(editDistance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == expected)
    #expect(editDistance(Array(b.unicodeScalars), Array(a.unicodeScalars)) == expected)
  }
}
