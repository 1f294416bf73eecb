import RandomStreams

/// Weights of a question's options, the right one first: at most 26 of them, so that they need no memory of their own.
struct OptionWeights: Sendable {
  private var values = SIMD32<Double>()
  let count: Int

  init(count: Int) {
    precondition(1...32 ~= count, "there are \(count) options; there must be 1...32")
    self.count = count
  }

  subscript(option: Int) -> Double {
    get { values[option] }
    set { values[option] = newValue }
  }

  var total: Double {
    var sum = 0.0
    for option in 0..<count { sum += values[option] }
    return sum
  }

  /// The option with the greatest weight, the first of equals.
  var greatest: Int {
    var best = 0
    for option in 1..<max(count, 1) where values[option] > values[best] { best = option }
    return best
  }

  /// Draws an option with a probability in proportion to its weight; takes one number of the stream.
  ///
  /// The right option comes first: the smaller the number drawn, the better, whatever the weights.
  func draw(from stream: inout RandomStream) -> Int {
    option(at: stream.uniform() * total)
  }

  /// The option at which the sum of the weights, from the first on, exceeds a number.
  func option(at number: Double) -> Int {
    var rest = number
    for option in 0..<count {
      if rest < values[option] { return option }
      rest -= values[option]
    }
    // Rounding can leave a rest behind: it belongs to the last option that has a weight.
    for option in stride(from: count - 1, to: 0, by: -1) where values[option] > 0 { return option }
    return 0
  }

  /// The weights of a number of wrong answers, from a symmetric Dirichlet distribution: a share of 1 for each.
  static func wrongShares(_ wrongAnswers: Int, concentration: Double, from stream: inout RandomStream) -> OptionWeights
  {
    var shares = OptionWeights(count: wrongAnswers + 1)
    var sum = 0.0
    for option in 1...wrongAnswers {
      // Half the square of a standard normal variable is a gamma variable of shape ½.
      let root = concentration == 0.5 ? stream.normal() : 0
      shares[option] = concentration == 0.5 ? root * root : stream.gamma(shape: concentration)
      sum += shares[option]
    }
    // With a tiny concentration all draws can underflow: the limit is one share of everything.
    guard sum > 0 else {
      shares[1 + stream.below(wrongAnswers)] = 1
      return shares
    }
    for option in 1...wrongAnswers { shares[option] /= sum }
    return shares
  }
}
