public import RandomStreams

/// A lognormal distribution, by its median and the standard deviation of its logarithm.
public struct Lognormal: Sendable, Hashable {
  public let median: Double
  public let sigma: Double

  /// - Precondition: The median is positive, sigma at least 0, both finite.
  public init(median: Double, sigma: Double) {
    precondition(median > 0 && median.isFinite, "the median of a lognormal is \(median); it must be positive")
    precondition(sigma >= 0 && sigma.isFinite, "the sigma of a lognormal is \(sigma); it must be at least 0")
    self.median = median
    self.sigma = sigma
  }

  public func draw(from stream: inout RandomStream) -> Double {
    stream.lognormal(median: median, sigma: sigma)
  }
}
