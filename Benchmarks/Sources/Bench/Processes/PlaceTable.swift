/// The places of the processes, each written by its own, and a hash over all in the order of their wake-ups.
///
/// All processes of a simulation run on one thread; that is what `@unchecked Sendable` stands for.
final class PlaceTable: @unchecked Sendable {
  let places: UnsafeMutablePointer<Place>
  private(set) var order: UInt64 = 0

  init(_ count: Int, seed: UInt64) {
    places = Place.allocate(count, seed: seed)
  }

  deinit {
    places.deallocate()
  }

  @inline(__always)
  func draw(_ number: Int) -> Double { ExponentialDelay.draw(&places[number].generator) }

  @inline(__always)
  func note(_ number: Int, at now: Double) {
    places[number].visits &+= 1
    places[number].lastVisit = now
    order = mixed(mixed(order, UInt64(number)), now)
  }
}
