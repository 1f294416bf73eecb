import CMeasurement
import SimulationKernel

/// The hold model: every event leads to one more, at a place drawn from all, after a drawn delay.
///
/// So the number of pending events is constant. Jones (1986), "An empirical comparison of priority-queue and event-set
/// implementations", CACM 29:300–311; with a place's state and generator in one cache line.
struct Hold<Delay: DelayDistribution>: SimulationModel {
  let places: UnsafeMutablePointer<Place>
  let count: UInt64
  /// A hash over the places in the order of their events.
  private(set) var order: UInt64 = 0

  mutating func start(in scheduler: inout Scheduler<UInt32>) {
    for index in 0..<Int(count) {
      scheduler.schedule(UInt32(index), after: .seconds(Delay.draw(&places[index].generator)))
    }
  }

  mutating func handle(_ event: UInt32, in scheduler: inout Scheduler<UInt32>) {
    let place = places + Int(event)
    place.pointee.visits &+= 1
    place.pointee.lastVisit = scheduler.now.seconds
    order = mixed(order, UInt64(event))
    let delay = Delay.draw(&place.pointee.generator)
    scheduler.schedule(place.pointee.generator.below(count), after: .seconds(delay))
  }

  /// Asks for the place's line while earlier events are handled.
  func prefetch(_ event: UInt32) { measurement_prefetch(places + Int(event)) }
}
