/// The stationary distribution of a birth-death chain, exact but for rounding.
///
/// Kleinrock (1975), Queueing Systems 1, section 3.1: p(n) = p(0) λ(0)…λ(n-1) / (μ(1)…μ(n)). Every queue with
/// exponential times and one class of customers is such a chain. A chain without end is cut where little is left.
struct BirthDeathChain {
  /// The share of time in each state, from 0 on; sums to 1.
  let probabilities: [Double]

  /// - Parameters:
  ///   - states: The number of states.
  ///   - births: The rate from a state to the next.
  ///   - deaths: The rate from a state, at least 1, to the one below.
  init(states: Int, births: (Int) -> Double, deaths: (Int) -> Double) {
    var weights = [1.0]
    var sum = 1.0
    for state in 1..<states {
      let weight = weights[state - 1] * births(state - 1) / deaths(state)
      weights.append(weight)
      sum += weight
    }
    probabilities = weights.map { $0 / sum }
  }

  /// The mean of a function of the state.
  func mean(_ value: (Int) -> Double) -> Double {
    probabilities.enumerated().reduce(0) { $0 + $1.element * value($1.offset) }
  }

  var meanState: Double { mean { Double($0) } }

  /// The probability of a state or a higher one.
  func tail(from state: Int) -> Double { probabilities.dropFirst(state).reduce(0, +) }
}
