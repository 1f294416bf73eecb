extension RandomStream {
  /// Returns true with the given probability.
  @inlinable
  public mutating func bernoulli(_ probability: Double) -> Bool { uniform() < probability }

  /// Draws uniformly from `0..<bound`.
  ///
  /// The multiplication of Lemire (2019), ACM TOMACS 29:3, without its rejection, so that every draw takes one number
  /// of the stream: the bias is below bound · 2⁻⁶⁴.
  ///
  /// - Precondition: `bound` is at least 1.
  @inlinable
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound >= 1, "a draw below \(bound) is asked for; the bound must be at least 1")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Draws an index with a probability in proportion to its weight.
  ///
  /// - Precondition: No weight is negative, and their sum is positive.
  /// - Complexity: O(n).
  public mutating func categorical(_ weights: [Double]) -> Int {
    let sum = weights.reduce(0, +)
    precondition(sum > 0 && weights.allSatisfy { $0 >= 0 }, "weights are \(weights); their sum must be positive")
    var rest = uniform() * sum
    for (index, weight) in weights.enumerated() {
      if rest < weight { return index }
      rest -= weight
    }
    // Rounding can leave a rest behind: it belongs to the last index that has a weight.
    return weights.lastIndex { $0 > 0 } ?? 0
  }

  /// Puts an array into an order of which all are equally likely (Fisher and Yates).
  ///
  /// - Complexity: O(count).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    for last in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(last, below(last + 1)) }
  }
}
