import RandomStreams

/// The probability of a right answer as a function of how easy a task is, a standard normal variable z.
///
/// logit p = μ + σ z, the one-skill form of item response theory. μ and σ are solved for the wanted mean accuracy and
/// error correlation, ρ = Var(p) / (p̄ (1 - p̄)).
public struct DifficultyCurve: Sendable, Hashable {
  /// The logit of the probability for a task of mean difficulty.
  public let location: Double
  /// The standard deviation of the logit over tasks.
  public let scale: Double

  /// - Parameters:
  ///   - accuracy: The mean of p, in 0.01...0.99.
  ///   - errorCorrelation: ρ, in 0...0.95.
  /// - Complexity: About 800,000 exponentials; made once a profile.
  public init(accuracy: Double, errorCorrelation: Double) {
    precondition(0.01...0.99 ~= accuracy, "accuracy is \(accuracy); it must be in 0.01...0.99")
    precondition(0...0.95 ~= errorCorrelation, "error correlation is \(errorCorrelation); it must be in 0...0.95")
    let logit = PortableMath.log(accuracy / (1 - accuracy))
    guard errorCorrelation > 0 else {
      (location, scale) = (logit, 0)
      return
    }
    // The variance grows with σ while the mean is held, so the interval can be halved.
    var (low, high) = (0.0, 100.0)
    var location = logit
    for _ in 0..<45 {
      let scale = (low + high) / 2
      location = Self.location(for: accuracy, scale: scale, from: logit)
      let variance = Self.mean(location, scale) { ($0 - accuracy) * ($0 - accuracy) }
      if variance < errorCorrelation * accuracy * (1 - accuracy) { low = scale } else { high = scale }
    }
    self.location = location
    scale = (low + high) / 2
  }

  /// The probability of a right answer to a task with easiness `z`.
  public func probability(_ z: Double) -> Double { logistic(location + scale * z) }

  /// Solves E[p] = accuracy for the location, by halving: Newton's method overshoots where σ is large.
  private static func location(for accuracy: Double, scale: Double, from logit: Double) -> Double {
    var (low, high) = (logit - 4 * (1 + scale), logit + 4 * (1 + scale))
    for _ in 0..<45 {
      let middle = (low + high) / 2
      if mean(middle, scale, { $0 }) < accuracy { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// E[f(p)] over z, by the trapezoidal rule: its error falls exponentially for a smooth integrand that vanishes at
  /// both ends.
  private static func mean(_ location: Double, _ scale: Double, _ function: (Double) -> Double) -> Double {
    var (sum, weights) = (0.0, 0.0)
    for (z, weight) in nodes {
      sum += weight * function(logistic(location + scale * z))
      weights += weight
    }
    return sum / weights
  }

  private static let nodes: [(z: Double, weight: Double)] = stride(from: -200.0, through: 200, by: 1).map { step in
    let z = step * 0.04
    return (z, PortableMath.exp(-z * z / 2))
  }
}

/// The inverse of the logit, the same bits on every machine.
func logistic(_ x: Double) -> Double { 1 / (1 + PortableMath.exp(-x)) }
