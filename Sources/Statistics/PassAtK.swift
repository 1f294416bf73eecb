/// What k attempts at a task are worth, estimated without bias from n ≥ k attempts of which c succeeded.
public struct PassAtK: Sendable, Hashable {
  /// The probability that at least one of k attempts succeeds: `1 - C(n - c, k) / C(n, k)`.
  ///
  /// Chen et al. (2021), arXiv:2107.03374.
  public let any: Double

  /// The probability that all of k attempts succeed, pass^k: `C(c, k) / C(n, k)`.
  ///
  /// Yao et al. (2024), τ-bench, arXiv:2406.12045.
  public let all: Double

  /// - Parameters:
  ///   - k: In `1...trials`.
  ///   - successes: In `0...trials`.
  ///   - trials: At least 1.
  /// - Complexity: O(k).
  public init(k: Int, successes: Int, trials: Int) {
    precondition(1...max(1, trials) ~= k && trials >= 1, "k is \(k) of \(trials) trials")
    precondition(0...trials ~= successes, "\(successes) successes of \(trials) trials")
    // As products of shares: the binomial coefficients themselves overflow.
    func share(_ wanted: Int) -> Double {
      wanted < k ? 0 : (0..<k).reduce(1) { $0 * Double(wanted - $1) / Double(trials - $1) }
    }
    any = 1 - share(trials - successes)
    all = share(successes)
  }
}
