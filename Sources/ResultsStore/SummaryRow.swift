/// One metric of one cell over all its replications.
public struct SummaryRow: Sendable, Hashable {
  public let cell: String
  public let architecture: String
  public let metric: String
  public let unit: String
  /// The number of values behind the mean.
  public let n: Int
  /// In `unit`.
  public let mean: Double
  /// The lower end of the mean's interval; -∞ where there is none.
  public let low: Double
  /// The upper end of the mean's interval; ∞ where there is none.
  public let high: Double

  public init(
    cell: String, architecture: String, metric: String, unit: String, n: Int, mean: Double, low: Double, high: Double
  ) {
    self.cell = cell
    self.architecture = architecture
    self.metric = metric
    self.unit = unit
    self.n = n
    self.mean = mean
    self.low = low
    self.high = high
  }
}
