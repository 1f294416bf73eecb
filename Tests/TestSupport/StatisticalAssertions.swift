import NumericalMethods
import Statistics
public import Testing

// A statistical assertion states two numbers: the chance that correct code fails it, and the smallest effect that it
// finds. The first is `falseAlarm`; a test of several comparisons divides it among them. The second belongs in the
// test's comment, and for a proportion in the test itself:
//
//     expectProportion(correct, of: 20_000, equals: 0.6, falseAlarm: 1e-7)
//     #expect(smallestDetectableProportionDifference(n: 20_000, p: 0.6, falseAlarm: 1e-7, power: 0.99) < 0.03)
//
// For a mean, a difference δ is found with probability about Φ(δ √n / σ - t), t being the quantile of the interval:
// at `falseAlarm` 1e-7 and a power of 0.99 that is δ ≈ 7.7 σ / √n for large n.

/// Records an issue unless the proportion of successes agrees with the one expected.
///
/// The expected proportion must lie in the exact interval of Clopper and Pearson at level `1 - falseAlarm`. That
/// interval errs to the safe side: correct code fails with at most the stated probability.
///
/// - Parameters:
///   - successes: The number of successes.
///   - trials: The number of independent trials, in `1...500 000`.
///   - expected: The proportion that the code ought to have, in `0...1`.
///   - falseAlarm: The probability that correct code fails, in `1e-12...0.5`.
///   - sourceLocation: Where the issue is recorded.
public func expectProportion(
  _ successes: Int, of trials: Int, equals expected: Double, falseAlarm: Double,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  requireFalseAlarm(falseAlarm)
  precondition((0...1).contains(expected), "expected is \(expected); it must be in 0...1")
  let interval = ProportionInterval.clopperPearson(successes, of: trials, level: 1 - falseAlarm)
  if interval.low <= expected && expected <= interval.high { return }
  Issue.record(
    """
    the proportion is \(interval.estimate) (\(successes) of \(trials)), its interval \
    \(interval.low)...\(interval.high); expected \(expected) (false alarm \(falseAlarm))
    """, sourceLocation: sourceLocation)
}

/// Records an issue unless the mean of the values agrees with the one expected.
///
/// The expected mean must lie in Student's t interval at level `1 - falseAlarm`. The stated probability holds for
/// independent values that are near normal; skewed values need many of them, and more the smaller `falseAlarm` is.
/// Values that are all equal pass only where they equal `expected` exactly.
///
/// - Parameters:
///   - values: Independent, finite values, at least two: one value would agree with everything.
///   - expected: The mean that the code ought to have.
///   - falseAlarm: The probability that correct code fails, in `1e-12...0.5`.
///   - sourceLocation: Where the issue is recorded.
public func expectMean(
  _ values: [Double], equals expected: Double, falseAlarm: Double,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  requireFalseAlarm(falseAlarm)
  precondition(expected.isFinite, "expected is \(expected); it must be finite")
  precondition(values.count >= 2, "values.count is \(values.count); it must be at least 2")
  let estimate = MeanEstimate(of: values, level: 1 - falseAlarm)
  if estimate.low <= expected && expected <= estimate.high { return }
  Issue.record(
    """
    the mean is \(estimate.mean) (n = \(estimate.n)), its interval \(estimate.low)...\(estimate.high); \
    expected \(expected) (false alarm \(falseAlarm))
    """, sourceLocation: sourceLocation)
}

/// Returns the difference from `p` on which `expectProportion` fails with at least the given probability.
///
/// Every true proportion in `0...1` that differs from `p` by as much or more, in either direction, is found with
/// probability `power` or above. Exact: from binomial tails, without a normal approximation.
///
/// - Parameters:
///   - n: The number of independent trials, in `1...500 000`.
///   - p: The proportion that the assertion expects, in `0...1`.
///   - falseAlarm: The assertion's false-alarm probability, in `1e-12...0.5`.
///   - power: The probability of finding the difference, above 0 and below 1.
/// - Returns: A difference in `0...1`, or +∞ where no proportion can be found with that power.
public func smallestDetectableProportionDifference(n: Int, p: Double, falseAlarm: Double, power: Double) -> Double {
  requireFalseAlarm(falseAlarm)
  precondition((1...500_000).contains(n), "n is \(n); it must be in 1...500000")
  precondition((0...1).contains(p), "p is \(p); it must be in 0...1")
  precondition(power > 0 && power < 1, "power is \(power); it must be above 0 and below 1")
  let above = detectableExcess(n: n, p: p, falseAlarm: falseAlarm, power: power)
  // Too few successes are too many failures.
  let below = detectableExcess(n: n, p: 1 - p, falseAlarm: falseAlarm, power: power)
  switch (above, below) {
  case (let above?, let below?): return max(above, below)
  // What cannot be found in one direction ends at 0 or 1; beyond that the other direction decides.
  case (let above?, nil): return p.nextUp > 1 - p ? .infinity : max(above, p.nextUp)
  case (nil, let below?): return (1 - p).nextUp > p ? .infinity : max(below, (1 - p).nextUp)
  case (nil, nil): return .infinity
  }
}

/// The least excess over `p` that is found with the given power, or `nil` where not even a proportion of 1 is found.
private func detectableExcess(n: Int, p: Double, falseAlarm: Double, power: Double) -> Double? {
  // The assertion fails from this number of successes on: the lower limit is above p where P(X ≥ k | p) is below
  // half of the false-alarm probability.
  let expected = Binomial(trials: n, probability: p)
  var passing = -1
  var failing = n + 1
  while failing - passing > 1 {
    let middle = passing + (failing - passing) / 2
    if expected.upperTail(middle - 1) < falseAlarm / 2 { failing = middle } else { passing = middle }
  }
  func isFound(_ excess: Double) -> Bool {
    Binomial(trials: n, probability: min(1, p + excess)).upperTail(failing - 1) >= power
  }
  guard isFound(1 - p) else { return nil }
  var missed = 0.0
  var found = 1 - p
  // 2⁻⁴⁰ is far below anything that a test could state.
  for _ in 0..<40 {
    let middle = (missed + found) / 2
    if isFound(middle) { found = middle } else { missed = middle }
  }
  return found
}

private func requireFalseAlarm(_ falseAlarm: Double) {
  // Below, 1 - falseAlarm has too few digits left.
  precondition((1e-12...0.5).contains(falseAlarm), "falseAlarm is \(falseAlarm); it must be in 1e-12...0.5")
}
