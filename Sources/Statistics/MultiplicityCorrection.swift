/// How p values of several comparisons are adjusted, so that the chance of any false alarm stays below the level.
///
/// An adjusted p value is compared with the level that one comparison alone would have. `none` collides with
/// `Optional.none` where the type is optional: write `MultiplicityCorrection.none` there.
public enum MultiplicityCorrection: String, Sendable, CaseIterable {
  /// Holm's step-down procedure (1979), Scand. J. Statist. 6:65-70: never weaker than Bonferroni's.
  case holm

  /// Each p value times the number of comparisons.
  case bonferroni

  /// No adjustment: right for one comparison that was chosen before the runs.
  case none

  /// Returns the adjusted p values, in the order given.
  ///
  /// - Parameter pValues: The p values of all comparisons of one family.
  /// - Returns: As many values in `0...1`, none below its p value.
  /// - Precondition: Each p value is in `0...1`.
  /// - Complexity: O(n log n) for `holm`, O(n) otherwise.
  public func adjusted(_ pValues: [Double]) -> [Double] {
    for (index, p) in pValues.enumerated() {
      precondition((0...1).contains(p), "p value \(index) is \(p); it must be in 0...1")
    }
    switch self {
    case .holm: return Self.stepDown(pValues)
    case .bonferroni: return pValues.map { min(1, Double(pValues.count) * $0) }
    case .none: return pValues
    }
  }

  /// `max over j ≤ i of (m - j + 1) p₍ⱼ₎`, capped at 1, for the i-th smallest of m p values.
  private static func stepDown(_ pValues: [Double]) -> [Double] {
    var adjusted = pValues
    var largest = 0.0
    // Equal p values get equal results whatever their order, because the maximum carries on.
    let ascending = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    for (rank, index) in ascending.enumerated() {
      largest = max(largest, min(1, Double(pValues.count - rank) * pValues[index]))
      adjusted[index] = largest
    }
    return adjusted
  }
}
