extension RandomStream {
  /// Draws from the standard normal distribution, by inversion: one uniform a draw, and monotone in it, so that common
  /// random numbers stay common.
  @inlinable
  public mutating func normal() -> Double {
    normalQuantile(uniform())
  }

  /// Draws from a normal distribution: one uniform a draw, also where the deviation is 0.
  @inlinable
  public mutating func normal(mean: Double, standardDeviation: Double) -> Double {
    mean + standardDeviation * normal()
  }

  /// Draws from the lognormal distribution whose logarithm has mean ln(median) and standard deviation `sigma`.
  ///
  /// - Precondition: `median` is positive.
  @inlinable
  public mutating func lognormal(median: Double, sigma: Double) -> Double {
    precondition(median > 0, "the median of a lognormal is \(median); it must be positive")
    return median * PortableMath.exp(sigma * normal())
  }

  /// Draws from the gamma distribution with the given shape and scale 1.
  ///
  /// Marsaglia and Tsang (2000), ACM TOMS 26:363–372; below shape 1 by their boost with a power of a uniform.
  ///
  /// - Precondition: `shape` is positive.
  public mutating func gamma(shape: Double) -> Double {
    precondition(shape > 0, "the shape of a gamma is \(shape); it must be positive")
    if shape < 1 {
      let boost = PortableMath.exp(PortableMath.log(uniform()) / shape)
      return gamma(shape: shape + 1) * boost
    }
    let d = shape - 1 / 3.0
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let limit = 0.5 * x * x + d - d * v + d * PortableMath.log(v)
      if PortableMath.log(uniform()) < limit { return d * v }
    }
  }

  /// Draws from the symmetric Dirichlet distribution: shares that sum to 1.
  ///
  /// - Precondition: `count` is at least 1, `concentration` is positive.
  public mutating func dirichlet(concentration: Double, count: Int) -> [Double] {
    precondition(count >= 1, "a Dirichlet has \(count) shares; it must have at least 1")
    let draws = (0..<count).map { _ in gamma(shape: concentration) }
    let sum = draws.reduce(0, +)
    // With a tiny concentration all draws can underflow: the limit is one share of everything.
    guard sum > 0 else {
      let all = below(count)
      return (0..<count).map { $0 == all ? 1 : 0 }
    }
    return draws.map { $0 / sum }
  }
}
