public import RandomStreams

/// A lognormal distribution, by its median and the standard deviation of its logarithm.
public struct Lognormal: Sendable, Hashable {
  /// Above 0, in the unit of the quantity.
  public let median: Double
  /// The standard deviation of the natural logarithm, at least 0; with 0 every draw is the median.
  public let sigma: Double

  /// - Precondition: The median is positive, sigma at least 0, both finite.
  public init(median: Double, sigma: Double) {
    precondition(median > 0 && median.isFinite, "the median of a lognormal is \(median); it must be positive")
    precondition(sigma >= 0 && sigma.isFinite, "the sigma of a lognormal is \(sigma); it must be at least 0")
    self.median = median
    self.sigma = sigma
  }

  /// median · exp(σ² / 2)
  public var mean: Double { median * PortableMath.exp(sigma * sigma / 2) }

  /// Takes one number of the stream, also where sigma is 0: another sigma leaves later draws in place.
  public func draw(from stream: inout RandomStream) -> Double {
    stream.lognormal(median: median, sigma: sigma)
  }
}
