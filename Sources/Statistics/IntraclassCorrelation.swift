/// How alike the outcomes of one group are: the correlation of two trials of the same group.
///
/// The analysis-of-variance estimator for trials that succeed or fail (Ridout, Demétrio and Firth 1999, Biometrics
/// 55:137-148): `ρ = (MSB - MSW) / (MSB + (n₀ - 1) MSW)` with `n₀ = (N - Σ nᵢ² / N) / (k - 1)`. Where every group has
/// its own probability p of success, it estimates `Var(p) / (p̄ (1 - p̄))`. It is 0 for independent trials, 1 where the
/// trials of every group agree, and may be below 0.
public struct IntraclassCorrelation: Sendable, Hashable {
  /// The trials that belong together.
  public struct Group: Sendable, Hashable {
    /// How many of the trials succeeded.
    public let successes: Int
    /// At least 1.
    public let trials: Int

    /// - Precondition: There is a trial, and `successes` is in `0...trials`.
    public init(successes: Int, trials: Int) {
      precondition(trials >= 1 && 0...trials ~= successes, "\(successes) successes of \(trials) trials")
      self.successes = successes
      self.trials = trials
    }
  }

  /// The estimate of ρ, at most 1.
  public let estimate: Double

  /// The number of groups.
  public let groups: Int

  /// The mean number of trials of a group.
  public let meanSize: Double

  /// Estimates ρ from groups, which may differ in size; `nil` where the data do not say.
  ///
  /// They do not with fewer than two groups, without a group of two trials, and where all trials end alike.
  ///
  /// - Complexity: O(groups).
  public init?(_ groups: some Collection<Group>) {
    let k = Double(groups.count)
    let n = Double(groups.reduce(0) { $0 + $1.trials })
    let successes = Double(groups.reduce(0) { $0 + $1.successes })
    guard groups.count >= 2, n > k, successes > 0, successes < n else { return nil }
    let ofGroups = groups.reduce(0) { $0 + Double($1.successes) * Double($1.successes) / Double($1.trials) }
    let squaredSizes = groups.reduce(0) { $0 + Double($1.trials) * Double($1.trials) }
    let between = max(0, ofGroups - successes * successes / n) / (k - 1)
    let within = max(0, successes - ofGroups) / (n - k)
    let size = (n - squaredSizes / n) / (k - 1)
    let total = between + (size - 1) * within
    guard total > 0 else { return nil }
    estimate = (between - within) / total
    self.groups = groups.count
    meanSize = n / k
  }

  /// How many independent trials are worth as much as the trials of a group of mean size.
  ///
  /// `n / (1 + (n - 1) ρ)`, the design effect of Kish (1965), Survey Sampling. An estimate below 0 counts as 0: trials
  /// are worth at most their number.
  public var effectiveSize: Double { meanSize / (1 + (meanSize - 1) * max(0, estimate)) }
}
