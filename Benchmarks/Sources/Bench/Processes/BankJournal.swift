/// The draws of the M/M/1 queue in process style, and what its customers report.
///
/// All processes of a simulation run on one thread; that is what `@unchecked Sendable` stands for.
final class BankJournal: @unchecked Sendable {
  private var arrivals: Generator
  private var services: Generator
  private var totalTime = 0.0
  private var served: UInt64 = 0
  private var lastDeparture = 0.0

  init(seed: UInt64) {
    arrivals = Generator(seed: seed, index: 0)
    services = Generator(seed: seed, index: 1)
  }

  func drawInterarrival() -> Double { arrivals.exponential(mean: 1) }

  func drawService() -> Double { services.exponential(mean: 0.9) }

  func noteDeparture(at now: Double, arrival: Double) {
    totalTime += now - arrival
    served += 1
    lastDeparture = now
  }

  var digest: UInt64 { mixed(mixed(mixed(0, served), totalTime), lastDeparture) }
}
