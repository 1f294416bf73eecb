import SimulationKernel
import Testing

@Suite("Event list: traps")
struct EventListAdversaryTests {
  @Test("A list that was large, then small, and is large again keeps its order")
  func largeSmallLarge() {
    var list = EventList<Int>()
    for event in 0..<128 { list.insert(event, at: SimulationTime(seconds: Double(event))) }
    list.insert(128, at: SimulationTime(seconds: 0.5))
    for _ in 0..<120 { _ = list.popFirst() }
    for event in 0..<300 { list.insert(event, at: SimulationTime(seconds: Double(1_000 + event))) }
    for event in 0..<300 { list.insert(event, at: SimulationTime(seconds: 1_000.5 + Double(event))) }
    list.checkInvariants()
    var last = 0.0
    var faults = 0
    while let pending = list.popFirst() {
      if pending.time.seconds < last { faults += 1 }
      last = pending.time.seconds
    }
    #expect(faults == 0)
  }
}
