import RandomStreams

/// The distribution of service times, with mean 1.
enum ServiceLaw: Sendable, CaseIterable {
  case exponential
  case deterministic
  /// The sum of four exponential stages.
  case erlang
  /// Two kinds of customers that bring half of the work each: one in four needs 2 on average, the others 2/3.
  case hyperexponential
  /// Lognormal, the logarithm having variance 1/2.
  case lognormal

  private static let stages = 4
  private static let rare = 0.25
  private static let longMean = 0.5 / rare
  private static let shortMean = 0.5 / (1 - rare)
  private static let logVariance = 0.5

  func draw(from stream: inout RandomStream) -> Double {
    switch self {
    case .exponential: return stream.exponential(mean: 1)
    case .deterministic: return 1
    case .erlang: return Self.stageTimes(Self.stages, from: &stream)
    case .hyperexponential:
      return stream.exponential(mean: stream.bernoulli(Self.rare) ? Self.longMean : Self.shortMean)
    case .lognormal:
      return stream.lognormal(median: PortableMath.exp(-Self.logVariance / 2), sigma: Self.logVariance.squareRoot())
    }
  }

  /// What a moment of time in the middle of a service finds left of it: the density (1 - F(x)) over the mean, 1.
  func drawResidual(from stream: inout RandomStream) -> Double {
    switch self {
    case .exponential: return stream.exponential(mean: 1)
    case .deterministic: return stream.uniform()
    case .erlang: return Self.stageTimes(1 + stream.below(Self.stages), from: &stream)
    case .hyperexponential: return stream.exponential(mean: stream.bernoulli(0.5) ? Self.longMean : Self.shortMean)
    case .lognormal:
      // A moment falls into a service with a probability in proportion to its length, and then anywhere within it.
      // Weighting a lognormal by its value multiplies its median by exp σ².
      let whole = stream.lognormal(
        median: PortableMath.exp(Self.logVariance / 2), sigma: Self.logVariance.squareRoot())
      return stream.uniform() * whole
    }
  }

  var secondMoment: Double { moment(2) }
  var thirdMoment: Double { moment(3) }

  /// The mean of a power of the service time.
  func moment(_ power: Int) -> Double {
    let k = Double(power)
    let factorial = (1...power).reduce(1.0) { $0 * Double($1) }
    switch self {
    case .exponential: return factorial
    case .deterministic: return 1
    case .erlang: return (0..<power).reduce(1) { $0 * Double(Self.stages + $1) / Double(Self.stages) }
    case .hyperexponential:
      let powers = (1..<power).reduce(into: (long: Self.longMean, short: Self.shortMean)) { means, _ in
        means.long *= Self.longMean
        means.short *= Self.shortMean
      }
      return factorial * (Self.rare * powers.long + (1 - Self.rare) * powers.short)
    case .lognormal: return PortableMath.exp(Self.logVariance * k * (k - 1) / 2)
    }
  }

  private static func stageTimes(_ count: Int, from stream: inout RandomStream) -> Double {
    (0..<count).reduce(0) { sum, _ in sum + stream.exponential(mean: 1 / Double(stages)) }
  }
}
