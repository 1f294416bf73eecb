/// One server and classes with Poisson arrivals, the first class before the second, and so on.
///
/// Cobham (1954), Operations Research 2:70-76, for services that are not interrupted; Kleinrock (1976), Queueing
/// Systems 2, chapter 3, for those that are, and go on later where they stopped.
extension QueueTheory {
  /// A class of customers.
  struct CustomerClass {
    let arrivalRate: Double
    let meanService: Double
    /// The law of the service, in units of its mean.
    var law = ServiceLaw.exponential

    var load: Double { arrivalRate * meanService }
    /// The work that an arrival of another class finds left of a service of this one, on average over all time.
    var residualWork: Double { arrivalRate * meanService * meanService * law.secondMoment / 2 }
  }

  /// The mean time in the system of each class where no service is interrupted.
  static func headOfLineSojourns(_ classes: [CustomerClass]) -> [Double] {
    let residual = classes.reduce(0) { $0 + $1.residualWork }
    return classes.indices.map { k in
      residual / (spare(above: k, classes) * spare(above: k + 1, classes)) + classes[k].meanService
    }
  }

  /// The mean time in the system of each class where a higher class interrupts a lower one.
  static func preemptiveSojourns(_ classes: [CustomerClass]) -> [Double] {
    classes.indices.map { k in
      let residual = classes[...k].reduce(0) { $0 + $1.residualWork }
      let (before, with) = (spare(above: k, classes), spare(above: k + 1, classes))
      return classes[k].meanService / before + residual / (before * with)
    }
  }

  /// The share of the server that the first k classes leave.
  private static func spare(above k: Int, _ classes: [CustomerClass]) -> Double {
    classes[..<k].reduce(1) { $0 - $1.load }
  }
}
