import NumericalMethods
public import Testing

// The smallest effect of these assertions is stated as a deviation of bins: the root mean square of the relative
// differences between the probabilities that the code has and those that it ought to have.

/// Records an issue unless values follow a continuous distribution.
///
/// Pearson's chi-squared test over bins of equal probability: each value is mapped through the distribution function,
/// after which it ought to be uniform.
///
/// - Parameters:
///   - values: Independent values, at least 20 a bin.
///   - bins: How many bins there are, at least 2.
///   - falseAlarm: The probability that correct code fails, in `1e-12...0.5`.
///   - sourceLocation: Where the issue is recorded; leave it out.
///   - cumulative: The distribution function that the code ought to have.
public func expectDistribution(
  of values: [Double], bins: Int = 20, falseAlarm: Double, sourceLocation: SourceLocation = #_sourceLocation,
  cumulative: (Double) -> Double
) {
  var counts = Array(repeating: 0, count: bins)
  for value in values {
    let probability = cumulative(value)
    guard (0...1).contains(probability) else {
      Issue.record("the distribution function is \(probability) at \(value)", sourceLocation: sourceLocation)
      return
    }
    counts[min(Int(probability * Double(bins)), bins - 1)] += 1
  }
  expectCounts(
    counts, inProportionTo: Array(repeating: 1, count: bins), falseAlarm: falseAlarm, sourceLocation: sourceLocation)
}

/// Records an issue unless counts of independent draws are in proportion to weights.
///
/// - Parameters:
///   - counts: How often each category was drawn; at least 20 draws a category are expected.
///   - weights: The categories' weights, all positive, as many as there are counts.
///   - falseAlarm: The probability that correct code fails, in `1e-12...0.5`.
///   - sourceLocation: Where the issue is recorded; leave it out.
public func expectCounts(
  _ counts: [Int], inProportionTo weights: [Double], falseAlarm: Double,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  precondition(counts.count == weights.count && counts.count >= 2, "\(counts.count) counts, \(weights.count) weights")
  precondition((1e-12...0.5).contains(falseAlarm), "falseAlarm is \(falseAlarm); it must be in 1e-12...0.5")
  let scale = Double(counts.reduce(0, +)) / weights.reduce(0, +)
  var statistic = 0.0
  for (count, weight) in zip(counts, weights) {
    let expected = weight * scale
    precondition(expected >= 20, "only \(expected) draws are expected of a category; 20 are the least")
    statistic += (Double(count) - expected) * (Double(count) - expected) / expected
  }
  let chance = ChiSquared(degreesOfFreedom: Double(counts.count - 1)).upperTail(statistic)
  if chance >= falseAlarm { return }
  Issue.record(
    "counts \(counts) for weights \(weights): χ² is \(statistic), p \(chance) (false alarm \(falseAlarm))",
    sourceLocation: sourceLocation)
}

/// Returns the deviation of bins on which `expectDistribution` and `expectCounts` fail with the given probability.
///
/// With n draws a relative deviation ε makes Pearson's statistic noncentral chi-squared with noncentrality n ε².
///
/// - Parameters:
///   - n: The number of draws.
///   - bins: The number of bins or categories.
///   - falseAlarm: The assertion's false-alarm probability, in `1e-12...0.5`.
///   - power: The probability of finding the deviation, above 0 and below 1.
public func smallestDetectableDeviation(n: Int, bins: Int, falseAlarm: Double, power: Double) -> Double {
  let freedom = Double(bins - 1)
  let limit = ChiSquared(degreesOfFreedom: freedom).quantile(upperTail: falseAlarm)
  var (missed, found) = (0.0, 1000.0)
  for _ in 0..<40 {
    let middle = (missed + found) / 2
    if noncentralUpperTail(limit, freedom, noncentrality: middle) < power { missed = middle } else { found = middle }
  }
  return (found / Double(n)).squareRoot()
}

/// P(X > x) for the noncentral chi-squared distribution: a mixture of central ones with Poisson weights.
private func noncentralUpperTail(_ x: Double, _ freedom: Double, noncentrality: Double) -> Double {
  let mean = noncentrality / 2
  var sum = 0.0
  for count in 0...Int(mean + 12 * mean.squareRoot() + 12) {
    // The Poisson probability, from the chi-squared distribution with which it shares its sums.
    let upTo = { (k: Int) in
      k < 0 ? 0 : mean == 0 ? 1 : ChiSquared(degreesOfFreedom: 2 * Double(k + 1)).upperTail(2 * mean)
    }
    let weight = upTo(count) - upTo(count - 1)
    sum += weight * ChiSquared(degreesOfFreedom: freedom + 2 * Double(count)).upperTail(x)
  }
  return sum
}
