/// The area under the receiver operating characteristic: how well stated probabilities tell successes from failures.
///
/// The probability that a success has a higher forecast than a failure, ties counting half: the statistic of Mann and
/// Whitney (1947) by the number of pairs (Hanley and McNeil 1982, Radiology 143:29-36). 0.5 says nothing, 1 tells all.
public struct AUROC: Sendable, Hashable {
  /// In 0...1.
  public let value: Double

  /// Measures the area; `nil` unless there are successes and failures.
  ///
  /// - Complexity: O(n log n).
  public init?(_ forecasts: some Collection<Forecast>) {
    let sorted = forecasts.sorted { $0.probability < $1.probability }
    let successes = sorted.count(where: \.isTrue)
    let failures = sorted.count - successes
    guard successes > 0, failures > 0 else { return nil }
    // Twice the pairs in which the success is higher, ties once: whole numbers, which no order of adding changes.
    var wins = 0
    var failuresBelow = 0
    var start = 0
    while start < sorted.count {
      var end = start
      var (successesHere, failuresHere) = (0, 0)
      while end < sorted.count, sorted[end].probability == sorted[start].probability {
        if sorted[end].isTrue { successesHere += 1 } else { failuresHere += 1 }
        end += 1
      }
      wins += successesHere * (2 * failuresBelow + failuresHere)
      failuresBelow += failuresHere
      start = end
    }
    value = Double(wins) / (2 * Double(successes) * Double(failures))
  }
}
