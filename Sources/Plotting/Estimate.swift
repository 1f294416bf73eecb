/// A mean with its interval, in the unit of its metric.
public struct Estimate: Sendable, Hashable {
  public let mean: Double
  /// The ends of the interval; not finite where one replication gives none.
  public let low: Double
  public let high: Double

  public init(mean: Double, low: Double, high: Double) {
    self.mean = mean
    self.low = low
    self.high = high
  }

  /// Whether there is an interval to draw.
  public var hasInterval: Bool { low.isFinite && high.isFinite }

  /// The finite numbers among mean and ends: what an axis has to cover.
  var extent: [Double] { [mean, low, high].filter(\.isFinite) }
}
