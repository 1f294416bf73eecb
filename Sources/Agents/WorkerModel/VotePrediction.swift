import RandomStreams

/// What a vote among answers of one model reaches, by quadrature: no run is needed.
///
/// Answers to a task are independent given the task: right with the probability p of its difficulty curve, wrong ones
/// by shares from a Dirichlet distribution. A plurality vote is right where no wrong answer has more votes than the
/// right one; among equals each wins as often as the others, as it does where the first one given wins.
///
/// ```swift
/// let model = VotePrediction(accuracy: 0.724, errorCorrelation: 0.5, wrongAnswers: 3, concentration: 0.5)
/// model.accuracy(votes: 5)  // 0.7725
/// ```
public struct VotePrediction: Sendable {
  public let curve: DifficultyCurve
  private let wrongAnswers: Int
  private let concentration: Double

  /// - Parameters:
  ///   - accuracy: Of one answer, in 0.01...0.99.
  ///   - errorCorrelation: ρ, in 0...0.95.
  ///   - wrongAnswers: How many wrong answers a task has, K, in 1...25.
  ///   - concentration: γ of the Dirichlet distribution over them, in 0.001...10⁶.
  public init(accuracy: Double, errorCorrelation: Double, wrongAnswers: Int = 3, concentration: Double = 0.5) {
    precondition(1...25 ~= wrongAnswers, "there are \(wrongAnswers) wrong answers; there must be 1...25")
    precondition(0.001...1e6 ~= concentration, "the concentration is \(concentration); it must be in 0.001...1e6")
    curve = DifficultyCurve(accuracy: accuracy, errorCorrelation: errorCorrelation)
    self.wrongAnswers = wrongAnswers
    self.concentration = concentration
  }

  /// What a vote among samples of a model is predicted to reach.
  public init(_ correctness: WorkerProfile.Correctness) {
    self.init(
      accuracy: correctness.accuracy, errorCorrelation: correctness.errorCorrelation,
      wrongAnswers: correctness.wrongAnswers, concentration: correctness.wrongAnswerConcentration)
  }

  /// The probability that a plurality vote is right.
  ///
  /// - Parameter votes: How many answers are counted, in 1...500.
  /// - Complexity: O(votes³ · log K); 1 ms for 40 votes.
  public func accuracy(votes: Int) -> Double {
    precondition(1...500 ~= votes, "there are \(votes) votes; there must be 1...500")
    let rights = rightCounts(votes)
    return (1...votes).reduce(0) { $0 + rights[$1] * chanceToWin(right: $1, wrong: votes - $1) }
  }

  /// The probability that at least one of several answers is right: what the best selection could reach.
  public func anyRight(answers: Int) -> Double { 1 - curve.mean(resolution: 3) { power(1 - $0, answers) } }

  /// The probability that all of several answers are right: pass^k.
  public func allRight(answers: Int) -> Double { curve.mean(resolution: 3) { power($0, answers) } }

  /// The error correlation with which a vote reaches an accuracy, by halving: the vote gains less the greater it is.
  ///
  /// - Parameters:
  ///   - target: The accuracy of the vote.
  ///   - votes: How many answers it counts, in 2...500.
  /// - Returns: In 0...0.95; an end of the range where the target lies beyond what it gives.
  public static func errorCorrelation(
    reaching target: Double, votes: Int, accuracy: Double, wrongAnswers: Int = 3, concentration: Double = 0.5
  ) -> Double {
    var (low, high) = (0.0, 0.95)
    for _ in 0..<30 {
      let middle = (low + high) / 2
      let prediction = VotePrediction(
        accuracy: accuracy, errorCorrelation: middle, wrongAnswers: wrongAnswers, concentration: concentration)
      if prediction.accuracy(votes: votes) > target { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  // MARK: Counting

  /// `[right]`: the probability of so many right answers.
  private func rightCounts(_ votes: Int) -> [Double] {
    var logChoices = [0.0]
    for right in 0..<votes {
      logChoices.append(logChoices[right] + PortableMath.log(Double(votes - right) / Double(right + 1)))
    }
    // Powers of p change faster than p itself.
    let grid = NormalGrid(scale: curve.scale * (1 + Double(votes).squareRoot() / 2))
    var (counts, weights) = (Array(repeating: 0.0, count: votes + 1), 0.0)
    for step in -grid.count...grid.count {
      let z = Double(step) * grid.step
      let weight = PortableMath.exp(-z * z / 2)
      let logit = curve.location + curve.scale * z
      let (logRight, logWrong) = (-softplus(-logit), -softplus(logit))
      weights += weight
      for right in 0...votes {
        let exponent = logChoices[right] + Double(right) * logRight + Double(votes - right) * logWrong
        counts[right] += weight * PortableMath.exp(exponent)
      }
    }
    return counts.map { $0 / weights }
  }

  /// The probability that right answers win against wrong ones.
  ///
  /// Counts of wrong answers by Dirichlet shares are independent negative binomial counts, given their sum: the chance
  /// that all stay below `right` but for some that equal it is a coefficient of a product of polynomials.
  private func chanceToWin(right: Int, wrong: Int) -> Double {
    guard wrong >= right else { return 1 }
    let total = Double(wrongAnswers) * concentration
    let odds = Double(wrong) / (Double(wrong) + total)
    let counts = negativeBinomial(concentration, odds, upTo: wrong)
    let below = Array(counts[..<right])
    let ties = min(wrongAnswers, wrong / right)
    var others = power(of: below, wrongAnswers - ties, upTo: wrong)
    var (chance, tied) = (0.0, ties)
    while true {
      let rest = wrong - tied * right
      let ways = choices(wrongAnswers, tied) * power(counts[right], tied)
      if rest < others.count { chance += ways * others[rest] / Double(1 + tied) }
      if tied == 0 { break }
      others = product(others, below, upTo: wrong)
      tied -= 1
    }
    return min(1, chance / negativeBinomial(total, odds, upTo: wrong)[wrong])
  }

  /// `[count]`: the probabilities of a negative binomial distribution, Γ(r + c) / (Γ(r) c!) xᶜ (1 - x)ʳ.
  private func negativeBinomial(_ shape: Double, _ odds: Double, upTo count: Int) -> [Double] {
    var chances = [PortableMath.exp(shape * PortableMath.log(1 - odds))]
    for value in 0..<count {
      chances.append(chances[value] * odds * (shape + Double(value)) / Double(value + 1))
    }
    return chances
  }
}

/// ln(1 + eˣ).
private func softplus(_ x: Double) -> Double {
  x > 35 ? x : PortableMath.log(1 + PortableMath.exp(x))
}

private func power(_ base: Double, _ exponent: Int) -> Double {
  (0..<exponent).reduce(1) { product, _ in product * base }
}

private func choices(_ n: Int, _ k: Int) -> Double {
  (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
}

/// The product of two polynomials, by their coefficients, as far as wanted.
private func product(_ first: [Double], _ second: [Double], upTo degree: Int) -> [Double] {
  var product = Array(repeating: 0.0, count: min(degree, first.count + second.count - 2) + 1)
  for (i, factor) in first.enumerated() where i < product.count {
    for j in 0..<min(second.count, product.count - i) { product[i + j] += factor * second[j] }
  }
  return product
}

/// A power of a polynomial, by repeated squaring: all coefficients are positive, so that nothing cancels.
private func power(of polynomial: [Double], _ exponent: Int, upTo degree: Int) -> [Double] {
  var (result, square, rest) = ([1.0], polynomial, exponent)
  while rest > 0 {
    if rest & 1 == 1 { result = product(result, square, upTo: degree) }
    rest >>= 1
    if rest > 0 { square = product(square, square, upTo: degree) }
  }
  return result
}
