/// The bank in its steady state, in closed form: two desks, exponential times, patience included (Erlang's A, after
/// Palm).
///
/// With n customers inside, one more comes at rate λ, and one goes at rate min(n, 2) μ + max(0, n - 2) θ.
struct PatientBank {
  let arrivalRate = 1 / 60.0
  let serviceRate = 1 / 100.0
  let impatience = 1 / 300.0

  /// The probability of n customers; beyond 400 it is below the smallest Double.
  private var shares: [Double] {
    var shares = [1.0]
    for inside in 1..<400 {
      let going = Double(min(inside, 2)) * serviceRate + Double(max(0, inside - 2)) * impatience
      shares.append(shares[inside - 1] * arrivalRate / going)
    }
    let sum = shares.reduce(0, +)
    return shares.map { $0 / sum }
  }

  /// The share of customers who leave unserved: θ L / λ, with L the mean length of the line.
  var shareLost: Double {
    let line = shares.enumerated().map { Double(max(0, $0.offset - 2)) * $0.element }.reduce(0, +)
    return impatience * line / arrivalRate
  }

  /// The mean wait of those who are served, in seconds.
  var meanWait: Double {
    var (served, waited) = (0.0, 0.0)
    for (inside, share) in shares.enumerated() {
      // The line before this customer shortens at a rate that falls as it does; each stage races with the patience.
      var (stays, wait) = (1.0, 0.0)
      for ahead in stride(from: inside - 2, through: 0, by: -1) {
        let shortening = 2 * serviceRate + Double(ahead) * impatience
        stays *= shortening / (shortening + impatience)
        wait += 1 / (shortening + impatience)
      }
      served += share * stays
      waited += share * stays * wait
    }
    return waited / served
  }
}
