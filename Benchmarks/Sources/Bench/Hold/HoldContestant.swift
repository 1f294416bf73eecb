import CMeasurement
import SimulationKernel

/// Our side of the hold model.
struct HoldContestant<Delay: DelayDistribution>: Contestant {
  private let count: Int
  private let places: UnsafeMutablePointer<Place>
  private var simulation: Simulation<Hold<Delay>>
  /// What the pending events take of the heap.
  let bytesPerEvent: Double

  init(_ count: Int, seed: UInt64) {
    self.count = count
    places = Place.allocate(count, seed: seed)
    let before = measurement_heap_bytes()
    simulation = Simulation(Hold(places: places, count: UInt64(count)))
    bytesPerEvent = (Double(measurement_heap_bytes()) - Double(before)) / Double(count)
  }

  mutating func run(_ events: Int) { simulation.run(maximumEvents: events) }

  var digest: UInt64 {
    var hash = mixed(simulation.model.order, simulation.now.seconds)
    for index in 0..<count { hash = mixed(mixed(hash, places[index].visits), places[index].lastVisit) }
    return hash
  }

  /// Gives the places back; the contestant is not to be used any more.
  func free() { places.deallocate() }
}
