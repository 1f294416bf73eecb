/// When two answers are the same.
public struct AnswerEquality: Sendable, Hashable {
  /// How answers are compared.
  public enum Kind: String, Sendable, CaseIterable {
    /// Letter by letter.
    case exact
    /// As numbers, where both are numbers: `4`, `4.0` and `+4` are the same.
    case numeric
    /// As sets of words.
    case set
    /// By the share of common pairs of letters, Dice's coefficient, from a threshold on.
    case similar
  }

  public let kind: Kind
  /// For `similar`, in 0...1.
  public let threshold: Double

  public init(kind: Kind = .exact, threshold: Double = 0.9) {
    self.kind = kind
    self.threshold = threshold
  }

  /// The same text, character by character.
  public static let exact = AnswerEquality()

  /// Whether two answers are the same.
  ///
  /// - Complexity: O(1) for short exact answers, linear in their length otherwise.
  public func areEqual(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    switch kind {
    case .exact: return false
    case .numeric:
      guard let first = Double(first), let second = Double(second) else { return false }
      return first == second
    case .set: return Self.words(first) == Self.words(second)
    case .similar: return Self.similarity(first, second) >= threshold
    }
  }

  private static func words(_ text: String) -> Set<Substring> {
    Set(text.split { !$0.isLetter && !$0.isNumber })
  }

  /// Twice the number of common pairs of neighbouring letters, by the number of all of them (Dice 1945).
  static func similarity(_ first: String, _ second: String) -> Double {
    func pairs(_ text: String) -> [String: Int] {
      let letters = Array(text)
      return zip(letters, letters.dropFirst()).reduce(into: [:]) { $0[String([$1.0, $1.1]), default: 0] += 1 }
    }
    let (mine, others) = (pairs(first), pairs(second))
    let total = mine.values.reduce(0, +) + others.values.reduce(0, +)
    guard total > 0 else { return 0 }
    let common = mine.reduce(0) { $0 + min($1.value, others[$1.key] ?? 0) }
    return 2 * Double(common) / Double(total)
  }
}
