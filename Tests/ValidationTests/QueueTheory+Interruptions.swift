/// How long a service takes that a more urgent class interrupts.
extension QueueTheory {
  /// The mean time from the beginning of a service to its end, interruptions included.
  ///
  /// Gaver (1962), J. Roy. Statist. Soc. B 24:73-90. Interruptions come at rate λ while the service goes on, and each
  /// lasts for a busy period of the urgent class, with mean b = E S / (1 - ρ). A service of length x takes x (1 + λ b)
  /// where it resumes, (1/λ + b) (exp(λ x) - 1) where it repeats; with a new draw each time it takes
  /// (1/λ + b) (1 / E exp(-λ X) - 1).
  ///
  /// - Precondition: The law of `patient` is that of Erlang stages.
  static func completionTime(
    of patient: CustomerClass, under urgent: CustomerClass, _ whenInterrupted: ProcessOrderedDesk.Return
  ) -> Double {
    precondition(patient.law == .erlang, "only the transform of Erlang's law is known here")
    let rate = urgent.arrivalRate
    let busyPeriod = urgent.meanService / (1 - urgent.load)
    let cycle = 1 / rate + busyPeriod
    switch whenInterrupted {
    case .resumes: return patient.meanService * (1 + rate * busyPeriod)
    case .repeats: return cycle * (erlangTransform(-rate, mean: patient.meanService) - 1)
    case .drawsAgain: return cycle * (1 / erlangTransform(rate, mean: patient.meanService) - 1)
    }
  }

  /// E exp(-s X) for four exponential stages.
  private static func erlangTransform(_ s: Double, mean: Double) -> Double {
    let stage = 1 / (1 + s * mean / 4)
    return stage * stage * stage * stage
  }
}
