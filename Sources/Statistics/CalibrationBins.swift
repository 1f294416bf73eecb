/// Forecasts in bins of about equal numbers: how far stated probabilities are from the shares that came true.
///
/// Forecasts are put in order, and each goes to the bin of its place; equal ones share the middle of their places, so
/// that the order of the data decides nothing. Bins of equal mass after Nixon et al. (2019), arXiv:1904.01685; equal
/// forecasts, which make some bins larger and others empty, are a departure: models state round figures.
public struct CalibrationBins: Sendable, Hashable {
  /// The forecasts of one bin.
  public struct Bin: Sendable, Hashable {
    /// At least 1.
    public let count: Int
    /// The mean of the stated probabilities.
    public let stated: Double
    /// The share that came true.
    public let observed: Double
  }

  /// From low to high probabilities, without empty ones.
  public let bins: [Bin]

  /// The number of forecasts, at least 1.
  public let count: Int

  /// The expected calibration error `Σ nₖ/N |f̄ₖ - ōₖ|`, in 0...1 (Guo et al. 2017, ICML, with bins of equal width).
  public let expectedError: Double

  /// The mean of the squared errors `(f - o)²`, in 0...1 (Brier 1950, Monthly Weather Review 78:1-3).
  public let brier: Double

  /// `Σ nₖ/N (f̄ₖ - ōₖ)²`: the part of the Brier score that better stated figures would save.
  public let reliability: Double

  /// How far forecasts tell cases apart: the part that is taken off the uncertainty.
  ///
  /// `Σ nₖ/N (ōₖ - ō)²`, less the variance of the forecasts within bins and plus twice their covariance with the
  /// outcomes there, so that `brier = reliability - resolution + uncertainty` for any bins: Murphy (1973), Journal of
  /// Applied Meteorology 12:595-600, as extended by Stephenson, Coelho and Jolliffe (2008), Weather and Forecasting
  /// 23:752-757.
  public let resolution: Double

  /// `ō (1 - ō)`: what remains where all that is known is the share that comes true.
  public let uncertainty: Double

  /// Puts forecasts into bins; `nil` where there are none.
  ///
  /// - Parameter count: How many bins there are, at least 1.
  /// - Complexity: O(n log n).
  public init?(_ forecasts: some Collection<Forecast>, count binCount: Int = 15) {
    precondition(binCount >= 1, "there are \(binCount) bins; there must be at least 1")
    guard !forecasts.isEmpty else { return nil }
    // Outcomes too: sums over equal forecasts must not depend on their order.
    let sorted = forecasts.sorted { ($0.probability, $0.isTrue ? 1 : 0) < ($1.probability, $1.isTrue ? 1 : 0) }
    let total = Double(sorted.count)
    let observed = Double(sorted.count(where: \.isTrue)) / total
    var bins: [Bin] = []
    var (expectedError, reliability, resolution) = (0.0, 0.0, 0.0)
    for range in Self.ranges(of: sorted, binCount) {
      let members = sorted[range]
      let size = Double(members.count)
      let bin = Bin(
        count: members.count, stated: members.reduce(0) { $0 + $1.probability } / size,
        observed: Double(members.count(where: \.isTrue)) / size)
      bins.append(bin)
      expectedError += size * abs(bin.stated - bin.observed)
      reliability += size * (bin.stated - bin.observed) * (bin.stated - bin.observed)
      resolution += size * (bin.observed - observed) * (bin.observed - observed)
      for member in members {
        let deviation = member.probability - bin.stated
        resolution += deviation * (2 * ((member.isTrue ? 1 : 0) - bin.observed) - deviation)
      }
    }
    self.bins = bins
    count = sorted.count
    self.expectedError = expectedError / total
    self.reliability = reliability / total
    self.resolution = resolution / total
    uncertainty = observed * (1 - observed)
    brier =
      sorted.reduce(0) {
        let error = $1.probability - ($1.isTrue ? 1 : 0)
        return $0 + error * error
      } / total
  }

  /// The places of each bin that has any.
  private static func ranges(of sorted: [Forecast], _ binCount: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var last = -1
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end].probability == sorted[start].probability { end += 1 }
      let bin = (start + end) * binCount / (2 * sorted.count)
      if bin == last {
        ranges[ranges.count - 1] = ranges[ranges.count - 1].lowerBound..<end
      } else {
        ranges.append(start..<end)
      }
      last = bin
      start = end
    }
    return ranges
  }
}
