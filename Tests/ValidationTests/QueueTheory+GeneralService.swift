/// M/G/1 with services of mean 1: Kleinrock (1975), Queueing Systems 1, chapter 5; (1976), 2, chapter 4.
extension QueueTheory {
  /// The mean wait in the order of arrival, by the formula of Pollaczek and Khinchine: λ E[S²] / (2 (1 - ρ)).
  static func meanWait(load: Double, service: ServiceLaw) -> Double {
    load * service.secondMoment / (2 * (1 - load))
  }

  /// The mean of the squared wait (Takács 1962): 2 E[W]² + λ E[S³] / (3 (1 - ρ)).
  static func meanSquaredWait(load: Double, service: ServiceLaw) -> Double {
    let mean = meanWait(load: load, service: service)
    return 2 * mean * mean + load * service.thirdMoment / (3 * (1 - load))
  }

  /// The mean time in the system of a customer of a given size where the server is shared evenly, whatever the law of
  /// the sizes: x / (1 - ρ).
  static func sharedSojourn(size: Double, load: Double) -> Double { size / (1 - load) }
}
