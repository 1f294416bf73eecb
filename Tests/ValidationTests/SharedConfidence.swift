import Foundation

/// The stated confidences of all calls that give one answer to one task, by quadrature.
///
/// Each has logit m + s (√κ a + √(1 - κ) b), a and b standard normal, where a is the same for all of them: given a they
/// are independent. Stated figures are rounded to 0.05.
struct SharedConfidence {
  /// The stated figures 0, 0.05, ... 1.
  static let levels = 0...20

  /// `[calls][atTop][level]`: the chance that so many of the calls state a level and all others a lower one.
  private let chances: [[[Double]]]

  /// - Parameters:
  ///   - consistency: κ, at least 0 and below 1; the step of the quadrature resolves it up to 0.9999.
  ///   - calls: The greatest number of calls that is asked for.
  init(mean: Double, spread: Double, consistency: Double, calls: Int) {
    let step = 0.05
    let edges = Self.levels.map { level in
      let edge = (Double(level) - 0.5) / 20
      return level == 0 ? -Double.infinity : (log(edge / (1 - edge)) - mean) / spread
    }
    let noise = sqrt(1 - consistency)
    var chances = (0...calls).map { Array(repeating: Array(repeating: 0.0, count: edges.count), count: $0 + 1) }
    for shared in stride(from: -7, through: 7, by: step) {
      let weight = exp(-shared * shared / 2) * step / sqrt(2 * .pi)
      let below = edges.map { ProfilePrediction.normal(($0 - sqrt(consistency) * shared) / noise) } + [1]
      for level in Self.levels {
        let own = powers(below[level + 1] - below[level], upTo: calls)
        let lower = powers(below[level], upTo: calls)
        for count in 0...calls {
          for atTop in 0...count {
            let ways = ProfilePrediction.binomial(count, atTop)
            chances[count][atTop][level] += weight * ways * own[atTop] * lower[count - atTop]
          }
        }
      }
    }
    self.chances = chances
  }

  /// The chance that `atTop` of `calls` state the level and all others a lower one.
  func chance(of atTop: Int, among calls: Int, at level: Int) -> Double { chances[calls][atTop][level] }

  /// The same, by `atTop`, for several answers together: each has its own shared part.
  func chances(amongAnswersWith counts: [Int], at level: Int) -> [Double] {
    var total = [1.0]
    for calls in counts where calls > 0 {
      var sum = Array(repeating: 0.0, count: total.count + calls)
      for (others, chance) in total.enumerated() {
        for atTop in 0...calls { sum[others + atTop] += chance * chances[calls][atTop][level] }
      }
      total = sum
    }
    return total
  }
}

private func powers(_ base: Double, upTo exponent: Int) -> [Double] {
  (0..<exponent).reduce(into: [1]) { powers, _ in powers.append(powers[powers.count - 1] * base) }
}
