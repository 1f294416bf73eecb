import Foundation

/// What the correctness and confidence parts of a profile predict for five agents, by quadrature and enumeration.
///
/// A question has logit p = μ + σ z, z standard normal; agents answer independently given p; wrong answers fall on K
/// options with Dirichlet(γ) shares; the logit of a confidence is normal, its mean higher for a correct answer, and a
/// part of it belongs to the answer, see `SharedConfidence`.
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
      return expectation(mu, sigma) { Self.binomial(Self.agents, count) * power($0, count) * power(1 - $0, failures) }
    }
  }

  /// Accuracy of a plurality vote with three wrong options; a tie counts as the chance of a fair draw.
  func vote(concentration gamma: Double) -> Double {
    var accuracy = 0.0
    for (correct, chance) in correctCounts.enumerated() where correct > 0 {
      for counts in Self.wrongCounts(Self.agents - correct) where counts.allSatisfy({ $0 <= correct }) {
        let leaders = counts.count { $0 == correct }
        accuracy += chance * dirichletMultinomial(counts, gamma) / Double(1 + leaders)
      }
    }
    return accuracy
  }

  /// Accuracy of the most confident of five answers, confidence rounded to 0.05 and ties drawn fairly.
  ///
  /// - Parameter consistency: The share of the variance of the logit that belongs to the answer.
  func bestOfConfidence(
    center: Double, spread: Double, auroc: Double, consistency: Double, concentration gamma: Double
  ) -> Double {
    let separation = sqrt(2) * bisect(-8, 8) { Self.normal($0) - auroc }
    func confidence(_ mean: Double) -> SharedConfidence {
      SharedConfidence(mean: mean, spread: spread, consistency: consistency, calls: Self.agents)
    }
    let right = confidence(center + spread * separation)
    let wrong = confidence(center)
    var accuracy = 0.0
    for (correct, chance) in correctCounts.enumerated() where correct > 0 {
      for counts in Self.wrongCounts(Self.agents - correct) {
        let weight = chance * dirichletMultinomial(counts, gamma)
        for level in SharedConfidence.levels {
          let others = wrong.chances(amongAnswersWith: counts, at: level)
          for atTop in 1...correct {
            let own = weight * right.chance(of: atTop, among: correct, at: level)
            for (othersAtTop, other) in others.enumerated() {
              accuracy += own * other * Double(atTop) / Double(atTop + othersAtTop)
            }
          }
        }
      }
    }
    return accuracy
  }

  /// The standard normal distribution function.
  static func normal(_ z: Double) -> Double { erfc(-z / sqrt(2)) / 2 }

  static func binomial(_ n: Int, _ k: Int) -> Double {
    (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
  }

  /// All ways in which wrong answers fall on the three options.
  private static func wrongCounts(_ wrong: Int) -> [[Int]] {
    (0...wrong).flatMap { first in
      (0...(wrong - first)).map { second in [first, second, wrong - first - second] }
    }
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

private func power(_ base: Double, _ exponent: Int) -> Double {
  (0..<exponent).reduce(1) { product, _ in product * base }
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
