import RandomStreams

/// Closed forms of queues with exponential times, the mean service time being 1.
///
/// Kleinrock (1975), Queueing Systems 1, chapter 3; Gross, Shortle, Thompson, Harris (2008), Fundamentals of Queueing
/// Theory, chapters 2 and 3. `offered` is the offered load a = λ/μ, which is also the arrival rate here.
enum QueueTheory {
  /// The probability that all servers of M/M/c/c are taken (Erlang B), by the recursion that does not overflow.
  static func erlangB(servers: Int, offered: Double) -> Double {
    var blocked = 1.0
    for c in 1...servers { blocked = offered * blocked / (Double(c) + offered * blocked) }
    return blocked
  }

  /// The probability that a customer of M/M/c waits (Erlang C).
  static func erlangC(servers: Int, offered: Double) -> Double {
    let blocked = erlangB(servers: servers, offered: offered)
    return blocked / (1 - offered / Double(servers) * (1 - blocked))
  }

  /// The mean wait in M/M/c.
  static func meanWait(servers: Int, offered: Double) -> Double {
    erlangC(servers: servers, offered: offered) / (Double(servers) - offered)
  }

  /// P(W > t) in M/M/c: who has to wait, waits for an exponential time of rate cμ - λ.
  static func waitTail(beyond t: Double, servers: Int, offered: Double) -> Double {
    erlangC(servers: servers, offered: offered) * PortableMath.exp(-(Double(servers) - offered) * t)
  }

  /// The number in M/M/1/K: p(n) = (1 - ρ) ρⁿ / (1 - ρ^(K+1)), or 1 / (K + 1) at load 1.
  static func finiteQueue(capacity: Int, load: Double) -> [Double] {
    var powers = [1.0]
    for _ in 0...capacity { powers.append((powers.last ?? 1) * load) }
    return (0...capacity).map { n in
      load == 1 ? 1 / Double(capacity + 1) : (1 - load) * powers[n] / (1 - powers[capacity + 1])
    }
  }

  /// The probability of n customers in M/M/1, and in M/G/1 where the server is shared evenly: (1 - ρ) ρⁿ.
  static func geometric(_ n: Int, load: Double) -> Double {
    (0..<n).reduce(1 - load) { product, _ in product * load }
  }

  /// The number in M/M/c, cut after so many states.
  static func serverChain(servers: Int, offered: Double, states: Int = 400) -> BirthDeathChain {
    BirthDeathChain(states: states, births: { _ in offered }, deaths: { Double(min($0, servers)) })
  }

  /// The number in M/M/c+M (Erlang A): who waits gives up after an exponential time.
  ///
  /// Palm (1957), Research on telephone traffic; Garnett, Mandelbaum, Reiman (2002), M&SOM 4:208-227.
  static func impatientChain(
    servers: Int, offered: Double, meanPatience: Double, states: Int = 400
  ) -> BirthDeathChain {
    BirthDeathChain(
      states: states, births: { _ in offered },
      deaths: { Double(min($0, servers)) + Double(max(0, $0 - servers)) / meanPatience })
  }

  /// The probability that a customer of M/M/c+M gives up: the rate of giving up over that of arriving.
  static func abandonment(servers: Int, offered: Double, meanPatience: Double, states: Int = 400) -> Double {
    let chain = impatientChain(servers: servers, offered: offered, meanPatience: meanPatience, states: states)
    return chain.mean { Double(max(0, $0 - servers)) } / (meanPatience * offered)
  }

  /// The number at one server where a customer who finds n others stays with probability 1 / (n + 1).
  ///
  /// The rates of arrival are a / (n + 1), so the number is Poisson with mean a: Gross et al., chapter 2, on impatience.
  static func discouragedChain(offered: Double, states: Int = 100) -> BirthDeathChain {
    BirthDeathChain(states: states, births: { offered / Double($0 + 1) }, deaths: { _ in 1 })
  }
}
