/// How much of a run's start to leave out, by the marginal standard error rule of White.
///
/// White (1997), Simulation 69:323–334, in the form MSER-5 on means of five values; Franklin and White (2008),
/// Proceedings of the Winter Simulation Conference, on why it works: the d that minimises
///
///     Σ_{i>d} (yᵢ - ȳ_d)² / (n - d)²
///
/// with ȳ_d the mean of the n - d batch means left, leaves the mean square error of that mean about least. Since the
/// last few values are close to each other by chance, d is looked for in the first half only. A minimum at its end says
/// that the run is too short, or has no steady state: then there is no answer.
///
/// The rule reads one series. A mean over replications, value by value, is less noisy and is to be preferred.
public enum MSER {
  /// Returns how many values at the start are to be left out, or `nil` where the series is too short to tell.
  ///
  /// - Parameters:
  ///   - values: In the order of the run, all finite, equally spaced by number or time.
  ///   - batchSize: How many values are averaged first, at least 1; an incomplete batch at the end is left out.
  /// - Returns: A multiple of `batchSize` below half the values; the smallest one where several are as good.
  /// - Complexity: O(n).
  public static func truncation(of values: some Sequence<Double>, batchSize: Int = 5) -> Int? {
    precondition(batchSize >= 1, "the batch size is \(batchSize); it must be at least 1")
    let means = batchMeans(values, size: batchSize)
    guard means.count >= 4 else { return nil }
    var rest = Tally()
    var best = (batches: 0, error: Double.infinity)
    let last = means.count / 2
    // From the end, so that the sums of every rest follow from those of a shorter one.
    for batches in means.indices.reversed() {
      rest.record(means[batches])
      let error = rest.squares / (Double(rest.count) * Double(rest.count))
      if batches <= last, error <= best.error { best = (batches, error) }
    }
    return best.batches < last ? best.batches * batchSize : nil
  }

  private static func batchMeans(_ values: some Sequence<Double>, size: Int) -> [Double] {
    var means: [Double] = []
    var batch = Tally()
    for value in values {
      batch.record(value)
      if batch.count == size {
        means.append(batch.mean)
        batch.reset()
      }
    }
    return means
  }
}

extension Series {
  /// The time of the first sample after the transient at the start, by ``MSER``; `nil` where the run is too short to
  /// tell.
  ///
  /// - Parameter batchSize: How many samples are averaged first, at least 1.
  /// - Complexity: O(n) for n samples.
  public func warmUpEnd(batchSize: Int = 5) -> SimulationTime? {
    MSER.truncation(of: kept.lazy.map(\.value), batchSize: batchSize).map { kept[$0].time }
  }
}
