import Foundation

/// What the correctness and confidence parts of a profile predict for five agents, by quadrature and enumeration.
///
/// A question has logit p = μ + σ z, z standard normal; agents answer independently given p; wrong answers fall on K
/// options with Dirichlet(γ) shares; the logit of a confidence is normal, its mean higher for a correct answer.
struct ProfilePrediction {
  /// Chance of 0...5 correct answers to a random question.
  let correctCounts: [Double]

  private static let agents = 5

  init(accuracy: Double, errorCorrelation: Double) {
    let nodes = stride(from: -8, through: 8, by: 0.05).map { $0 }
    let weights = nodes.map { exp(-$0 * $0 / 2) * 0.05 / sqrt(2 * .pi) }
    func expectation(_ mu: Double, _ sigma: Double, _ value: (Double) -> Double) -> Double {
      var sum = 0.0
      for (node, weight) in zip(nodes, weights) { sum += weight * value(1 / (1 + exp(-mu - sigma * node))) }
      return sum
    }
    func location(_ sigma: Double) -> Double {
      bisect(-40, 40) { expectation($0, sigma) { $0 } - accuracy }
    }
    let secondMoment = accuracy * accuracy + errorCorrelation * accuracy * (1 - accuracy)
    let sigma = bisect(0.01, 20) { expectation(location($0), $0) { $0 * $0 } - secondMoment }
    let mu = location(sigma)
    correctCounts = (0...Self.agents).map { count in
      let failures = Self.agents - count
      return expectation(mu, sigma) { binomial(Self.agents, count) * power($0, count) * power(1 - $0, failures) }
    }
  }

  /// Accuracy of a plurality vote with three wrong options; a tie counts as the chance of a fair draw.
  func vote(concentration gamma: Double) -> Double {
    var accuracy = 0.0
    for (correct, chance) in correctCounts.enumerated() {
      let wrong = Self.agents - correct
      for first in 0...wrong {
        for second in 0...(wrong - first) {
          let counts = [first, second, wrong - first - second]
          let leaders = counts.count { $0 == correct }
          guard correct > 0, counts.allSatisfy({ $0 <= correct }) else { continue }
          accuracy += chance * dirichletMultinomial(counts, gamma) / Double(1 + leaders)
        }
      }
    }
    return accuracy
  }

  /// Accuracy of the most confident of five answers, confidence rounded to 0.05 and ties drawn fairly.
  func bestOfConfidence(center: Double, spread: Double, auroc: Double) -> Double {
    let separation = sqrt(2) * bisect(-8, 8) { normalProbability($0) - auroc }
    let right = Self.roundedConfidence(mean: center + spread * separation, spread: spread)
    let wrong = Self.roundedConfidence(mean: center, spread: spread)
    var accuracy = 0.0
    for (correct, chance) in correctCounts.enumerated() {
      let others = Self.agents - correct
      for atTop in 0...correct {
        for othersAtTop in 0...others where atTop + othersAtTop > 0 {
          let share = Double(atTop) / Double(atTop + othersAtTop)
          var sum = 0.0
          for level in 0...20 {
            let own = power(right.at[level], atTop) * power(right.below[level], correct - atTop)
            sum += own * power(wrong.at[level], othersAtTop) * power(wrong.below[level], others - othersAtTop)
          }
          accuracy += chance * share * binomial(correct, atTop) * binomial(others, othersAtTop) * sum
        }
      }
    }
    return accuracy
  }

  /// Chances that a confidence is rounded to, and below, each of 0, 0.05, ... 1.
  private static func roundedConfidence(mean: Double, spread: Double) -> (at: [Double], below: [Double]) {
    let below = (0...20).map { level in
      let edge = (Double(level) - 0.5) / 20
      return level == 0 ? 0 : normalProbability((log(edge / (1 - edge)) - mean) / spread)
    }
    return ((0...20).map { ($0 == 20 ? 1 : below[$0 + 1]) - below[$0] }, below)
  }
}

/// Chance that wrong answers fall on the options in these counts.
private func dirichletMultinomial(_ counts: [Int], _ gamma: Double) -> Double {
  let total = Double(counts.reduce(0, +))
  let all = gamma * Double(counts.count)
  var logarithm = lgamma(all) - lgamma(all + total) + lgamma(total + 1)
  for count in counts {
    logarithm += lgamma(gamma + Double(count)) - lgamma(gamma) - lgamma(Double(count) + 1)
  }
  return exp(logarithm)
}

private func normalProbability(_ z: Double) -> Double { erfc(-z / sqrt(2)) / 2 }

private func power(_ base: Double, _ exponent: Int) -> Double {
  (0..<exponent).reduce(1) { product, _ in product * base }
}

private func binomial(_ n: Int, _ k: Int) -> Double {
  (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
}

/// The root of an increasing function.
private func bisect(_ lower: Double, _ upper: Double, _ function: (Double) -> Double) -> Double {
  var low = lower
  var high = upper
  for _ in 0..<45 {
    let middle = (low + high) / 2
    if function(middle) < 0 { low = middle } else { high = middle }
  }
  return (low + high) / 2
}
