import RandomStreams

/// The probability of a right answer as a function of how easy a task is, a standard normal variable z.
///
/// logit p = μ + σ z, the one-skill form of item response theory. μ and σ are solved for the wanted mean accuracy and
/// error correlation, ρ = Var(p) / (p̄ (1 - p̄)).
public struct DifficultyCurve: Sendable, Hashable {
  /// The logit of the probability for a task of mean difficulty.
  public let location: Double
  /// The standard deviation of the logit over tasks, in 0...100.
  public let scale: Double

  /// - Parameters:
  ///   - accuracy: The mean of p, in 0.01...0.99.
  ///   - errorCorrelation: ρ, in 0...0.95.
  /// - Complexity: About 5,000 exponentials at middling values, 100,000 at the ends of the ranges.
  public init(accuracy: Double, errorCorrelation: Double) {
    precondition(0.01...0.99 ~= accuracy, "accuracy is \(accuracy); it must be in 0.01...0.99")
    precondition(0...0.95 ~= errorCorrelation, "error correlation is \(errorCorrelation); it must be in 0...0.95")
    let logit = PortableMath.log(accuracy / (1 - accuracy))
    guard errorCorrelation > 0 else {
      (location, scale) = (logit, 0)
      return
    }
    // √(ρ / (1 - ρ)) is nearly linear in σ, so that Newton's method finds σ in a few steps; the variance grows with σ
    // while the mean is held, so the interval can be narrowed at each, and halved where a step leaves it.
    let target = (errorCorrelation / (1 - errorCorrelation)).squareRoot()
    var (low, high) = (0.0, 100.0)
    var (location, scale) = (logit, 2 * target)
    for _ in 0..<60 {
      let moments = Self.solveLocation(&location, for: accuracy, scale: scale)
      let spread = accuracy * (1 - accuracy)
      let correlation = min(max((moments.square - accuracy * accuracy) / spread, 1e-15), 1 - 1e-15)
      let odds = (correlation / (1 - correlation)).squareRoot()
      if odds < target { low = scale } else { high = scale }
      let drift = -moments.slopeTilt / moments.slope
      let growth = 2 * (moments.squareTilt + moments.squareSlope * drift) / spread
      var next = scale - (odds - target) * 2 * odds * (1 - correlation) * (1 - correlation) / growth
      if !(next > low && next < high) { next = (low + high) / 2 }
      let step = next - scale
      location += drift * step
      scale = next
      if abs(step) <= 1e-13 * (1 + scale) { break }
    }
    _ = Self.solveLocation(&location, for: accuracy, scale: scale)
    self.location = location
    self.scale = scale
  }

  /// The probability of a right answer to a task with easiness `z`.
  public func probability(_ z: Double) -> Double { logistic(location + scale * z) }

  /// The mean of a function of the probability over all tasks.
  ///
  /// - Parameter resolution: How many times finer than for the probability itself, for functions that change faster.
  /// - Complexity: About 70 evaluations at σ = 3, in proportion to σ above.
  func mean(resolution: Double = 1, _ function: (Double) -> Double) -> Double {
    let grid = NormalGrid(scale: scale * resolution)
    var (sum, weights) = (0.0, 0.0)
    for step in -grid.count...grid.count {
      let z = Double(step) * grid.step
      let weight = PortableMath.exp(-z * z / 2)
      sum += weight * function(probability(z))
      weights += weight
    }
    return sum / weights
  }

  /// Solves E[p] = accuracy for the location, which grows with it: Newton's method inside a narrowing interval, since
  /// by itself it overshoots where σ is large.
  private static func solveLocation(_ location: inout Double, for accuracy: Double, scale: Double) -> Moments {
    var (low, high) = (-40 * (1 + scale), 40 * (1 + scale))
    var moments = Moments(location, scale)
    for _ in 0..<60 {
      let excess = moments.mean - accuracy
      if abs(excess) <= 1e-15 { break }
      if excess < 0 { low = location } else { high = location }
      var next = location - excess / moments.slope
      if !(next > low && next < high) { next = (low + high) / 2 }
      let step = next - location
      location = next
      moments = Moments(location, scale)
      if abs(step) <= 1e-14 * (1 + abs(location)) { break }
    }
    return moments
  }
}

/// Moments of p = logistic(μ + σ z) over the standard normal variable z, and their derivatives.
private struct Moments {
  /// E[p] and E[p²].
  private(set) var mean = 0.0, square = 0.0
  /// Derivatives of E[p] in μ and σ: E[p q] and E[z p q].
  private(set) var slope = 0.0, slopeTilt = 0.0
  /// Half the derivatives of E[p²] in μ and σ: E[p² q] and E[z p² q].
  private(set) var squareSlope = 0.0, squareTilt = 0.0

  init(_ location: Double, _ scale: Double) {
    let grid = NormalGrid(scale: scale)
    var weights = 0.0
    for step in -grid.count...grid.count {
      let z = Double(step) * grid.step
      let weight = PortableMath.exp(-z * z / 2)
      let p = logistic(location + scale * z)
      let change = weight * p * (1 - p)
      weights += weight
      mean += weight * p
      square += weight * p * p
      slope += change
      slopeTilt += change * z
      squareSlope += change * p
      squareTilt += change * p * z
    }
    mean /= weights
    square /= weights
    slope /= weights
    slopeTilt /= weights
    squareSlope /= weights
    squareTilt /= weights
  }
}

/// Where the trapezoidal rule looks at a function of logistic(μ + σ z), z standard normal.
///
/// Its error falls as exp(-2π d / h), where h is the step and d = π / σ the distance of the logistic's poles from the
/// real line: the step that makes it 10⁻¹² is 0.7 / σ. The normal density by itself needs no step below 0.8.
struct NormalGrid {
  let step: Double
  /// So many steps on either side, up to z = 8.5.
  let count: Int

  init(scale: Double) {
    step = min(0.5, 0.7 / max(scale, 1e-9))
    count = Int(8.5 / step) + 1
  }
}

/// The inverse of the logit, the same bits on every machine.
func logistic(_ x: Double) -> Double { 1 / (1 + PortableMath.exp(-x)) }
