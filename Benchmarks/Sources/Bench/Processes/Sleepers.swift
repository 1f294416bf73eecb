import SimulationKernel

/// The process switch in event style: every event leads to one more at its own place.
struct Sleepers: SimulationModel {
  let table: UnsafeMutablePointer<Place>
  let count: Int
  private(set) var order: UInt64 = 0

  mutating func start(in scheduler: inout Scheduler<UInt32>) {
    for number in 0..<count {
      scheduler.schedule(UInt32(number), after: .seconds(ExponentialDelay.draw(&table[number].generator)))
    }
  }

  mutating func handle(_ event: UInt32, in scheduler: inout Scheduler<UInt32>) {
    let place = table + Int(event)
    place.pointee.visits &+= 1
    place.pointee.lastVisit = scheduler.now.seconds
    order = mixed(mixed(order, UInt64(event)), scheduler.now.seconds)
    scheduler.schedule(event, after: .seconds(ExponentialDelay.draw(&place.pointee.generator)))
  }
}
