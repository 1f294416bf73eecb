import RandomStreams
import SimulationKernel

/// A source and stations in a row in process style, with a store in front of each; services are exponential.
///
/// Where a store is full, whoever brings an item waits with it and does nothing else; the item counts as being at the
/// station already. All processes are on one thread; that is what `@unchecked Sendable` stands for.
final class ProductLine: @unchecked Sendable {
  struct Layout {
    var sourceRate: Double
    var meanServices: [Double]
    /// How many items a store holds.
    var room = Int.max
  }

  private let layout: Layout
  private let initialNumbers: [Int]
  private let simulation = ProcessSimulation()
  private let stores: [Store<Int>]
  private let gaps, services: NamedStreams
  private var numbers: [Int]
  private var averages: [TimeWeightedAverage]
  private var product = TimeWeightedAverage()
  private var empty = TimeWeightedAverage(1)

  /// - Parameter initialNumbers: How many items are at each station at time 0; one of them is served.
  init(_ layout: Layout, initialNumbers: [Int], streams: StreamFamily) {
    self.layout = layout
    self.initialNumbers = initialNumbers
    let simulation = simulation
    stores = layout.meanServices.map { _ in Store("store", capacity: layout.room, in: simulation) }
    gaps = streams.named("gaps")
    services = streams.named("services")
    numbers = initialNumbers.map { _ in 0 }
    averages = numbers.map { _ in TimeWeightedAverage() }
  }

  func play(until end: SimulationTime) throws {
    simulation.start("source") { [self] in try await produce() }
    for station in stores.indices { simulation.start("station", station) { [self] in try await work(station) } }
    try simulation.run(until: end)
    simulation.end()
  }

  private func produce() async throws {
    try await fill(0)
    var stream = gaps.stream(for: StreamEntity(0))
    while true {
      try await simulation.clock.sleep(for: .seconds(stream.exponential(mean: 1 / layout.sourceRate)))
      try await bring(to: 0)
    }
  }

  private func work(_ station: Int) async throws {
    // What is there at the beginning was brought by the one before, who may still stand with the last item.
    if station + 1 < stores.count { try await fill(station + 1) }
    var stream = services.stream(for: StreamEntity(station))
    while true {
      _ = try await stores[station].take()
      try await simulation.clock.sleep(for: .seconds(stream.exponential(mean: layout.meanServices[station])))
      change(station, by: -1)
      if station + 1 < stores.count { try await bring(to: station + 1) }
    }
  }

  private func fill(_ station: Int) async throws {
    for _ in 0..<initialNumbers[station] { try await bring(to: station) }
  }

  private func bring(to station: Int) async throws {
    change(station, by: 1)
    try await stores[station].put(0)
  }

  private func change(_ station: Int, by difference: Int) {
    numbers[station] += difference
    averages[station].set(Double(numbers[station]), at: simulation.now)
    product.set(numbers.reduce(1) { $0 * Double($1) }, at: simulation.now)
    empty.set(numbers.allSatisfy { $0 == 0 } ? 1 : 0, at: simulation.now)
  }

  /// The time average of the number at each station.
  var meanNumbers: [Double] { averages.map { $0.average(until: simulation.now) } }
  /// The time average of the product of these numbers.
  var meanProduct: Double { product.average(until: simulation.now) }
  /// The share of time in which nothing is in the line.
  var emptyShare: Double { empty.average(until: simulation.now) }
}
