/// Networks of stations with exponential services, whose customers move from station to station at random.
///
/// Jackson (1957), Operations Research 5:518-521; Gordon, Newell (1967), Operations Research 15:254-265; Buzen (1973),
/// Comm. ACM 16:527-531; Reiser, Lavenberg (1980), J. ACM 27:313-322.
extension QueueTheory {
  /// A station's mean service time and number of servers; with `.max` servers nobody waits there.
  struct Station {
    let meanService: Double
    var servers = 1
  }

  /// The arrival rate at each station: λ(j) = outside(j) + Σ λ(i) routing(i, j), by iteration.
  ///
  /// For a closed network only the ratios have a meaning: give station 0 an arrival from outside with rate 1, and no
  /// way back to it in `routing`.
  static func throughputs(outside: [Double], routing: [[Double]]) -> [Double] {
    var rates = outside
    // Each sweep is one more move of every customer; the share that is still inside falls geometrically.
    for _ in 0..<400 {
      rates = outside.indices.map { j in
        rates.indices.reduce(outside[j]) { $0 + rates[$1] * routing[$1][j] }
      }
    }
    return rates
  }

  /// The states of a closed network with their probabilities, by Gordon and Newell's product form.
  ///
  /// - Parameter visits: How often a customer comes to each station, up to a common factor.
  static func closedStates(
    _ stations: [Station], visits: [Double], population: Int
  ) -> [(numbers: [Int], probability: Double)] {
    var states: [(numbers: [Int], weight: Double)] = [([], 1)]
    for index in stations.indices {
      let isLast = index == stations.count - 1
      states = states.flatMap { state in
        let left = population - state.numbers.reduce(0, +)
        return (isLast ? left...left : 0...left).map { number in
          (state.numbers + [number], state.weight * weight(of: number, at: stations[index], visits: visits[index]))
        }
      }
    }
    let sum = states.reduce(0) { $0 + $1.weight }
    return states.map { ($0.numbers, $0.weight / sum) }
  }

  /// The product of demand over the number of busy servers, for 1 to n customers.
  private static func weight(of number: Int, at station: Station, visits: Double) -> Double {
    guard number > 0 else { return 1 }
    return (1...number).reduce(1) { $0 * visits * station.meanService / Double(min($1, station.servers)) }
  }

  /// The mean numbers and the throughput of a closed network of single servers, by mean value analysis.
  ///
  /// - Parameter demands: Visits times mean service of each station.
  /// - Returns: The mean number at each station, and the rate of visits to a station that is visited once.
  static func meanValueAnalysis(demands: [Double], population: Int) -> (numbers: [Double], throughput: Double) {
    var numbers = Array(repeating: 0.0, count: demands.count)
    var throughput = 0.0
    for customers in 1...population {
      // Who comes to a station finds it as a network with one customer less has it on average.
      let sojourns = zip(demands, numbers).map { $0 * (1 + $1) }
      throughput = Double(customers) / sojourns.reduce(0, +)
      numbers = sojourns.map { throughput * $0 }
    }
    return (numbers, throughput)
  }

  /// The normalising constants G(0), ..., G(N) of a closed network of single servers, by Buzen's convolution.
  static func normalisingConstants(demands: [Double], population: Int) -> [Double] {
    var constants = [1.0] + Array(repeating: 0, count: population)
    for demand in demands {
      for n in 1...population { constants[n] += demand * constants[n - 1] }
    }
    return constants
  }
}
