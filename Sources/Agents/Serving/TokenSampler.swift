public import RandomStreams

/// The distribution of a number of tokens.
public enum TokenSampler: Sendable, Hashable {
  case lognormal(Lognormal)
  case empirical(TokenQuantiles)

  /// A lognormal one, by its median and the standard deviation of its logarithm.
  public static func lognormal(median: Double, sigma: Double) -> TokenSampler {
    .lognormal(Lognormal(median: median, sigma: sigma))
  }

  /// The number of tokens that half of all draws are below, before rounding.
  public var median: Double {
    switch self {
    case .lognormal(let lognormal): lognormal.median
    case .empirical(let quantiles): quantiles.tokens(at: 0.5)
    }
  }

  /// The mean, before rounding.
  public var mean: Double {
    switch self {
    case .lognormal(let lognormal): lognormal.mean
    case .empirical(let quantiles): quantiles.mean
    }
  }

  /// Takes one number of the stream, whatever the distribution; at least 1 token.
  public func draw(from stream: inout RandomStream) -> Int { draw(from: &stream, times: 1) }

  /// The length of several texts of one length, rounded once.
  func draw(from stream: inout RandomStream, times count: Int) -> Int {
    let value =
      switch self {
      case .lognormal(let lognormal): lognormal.draw(from: &stream)
      case .empirical(let quantiles): quantiles.tokens(at: stream.uniform())
      }
    return Int(min(max(1, (value * Double(count)).rounded(.toNearestOrEven)), 1e9))
  }
}
