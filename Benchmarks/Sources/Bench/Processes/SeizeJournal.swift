/// The customers' generators, and a hash over who released a unit when.
///
/// All processes of a simulation run on one thread; that is what `@unchecked Sendable` stands for.
final class SeizeJournal: @unchecked Sendable {
  private var generators: [Generator]
  private(set) var order: UInt64 = 0

  init(_ customers: Int, seed: UInt64) {
    generators = (0..<customers).map { Generator(seed: seed, index: $0) }
  }

  func draw(_ customer: Int, mean: Double) -> Double { generators[customer].exponential(mean: mean) }

  func note(_ customer: Int, at now: Double) { order = mixed(mixed(order, UInt64(customer)), now) }
}
