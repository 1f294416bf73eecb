import SimulationKernel
import Testing

@Suite("Time-weighted average")
struct TimeWeightedAverageTests {
  @Test("Each value counts for as long as it stood")
  func weights() {
    var length = TimeWeightedAverage()
    length.set(2, at: SimulationTime(seconds: 1))
    length.set(5, at: SimulationTime(seconds: 3))
    length.set(1, at: SimulationTime(seconds: 3))
    #expect(length.value == 1)
    #expect(length.average(until: SimulationTime(seconds: 3)) == 4.0 / 3)
    #expect(length.average(until: SimulationTime(seconds: 8)) == 9.0 / 8)
  }

  @Test("What was before the start does not count")
  func warmUp() {
    var length = TimeWeightedAverage(3, from: SimulationTime(seconds: 10))
    #expect(length.average(until: SimulationTime(seconds: 10)) == 3)
    length.set(1, at: SimulationTime(seconds: 11))
    #expect(length.average(until: SimulationTime(seconds: 12)) == 2)
  }

  @Test("A change or an average before the last change ends the program", arguments: [true, false])
  func backwards(change: Bool) async {
    await #expect(processExitsWith: .failure) { [change = change as Bool] in
      var length = TimeWeightedAverage()
      length.set(1, at: SimulationTime(seconds: 2))
      if change {
        length.set(2, at: SimulationTime(seconds: 1))
      } else {
        _ = length.average(until: SimulationTime(seconds: 1))
      }
    }
  }
}
