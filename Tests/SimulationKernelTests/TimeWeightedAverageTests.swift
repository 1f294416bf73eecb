import RandomStreams
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

  @Test("Integral, variance and extremes are those of the path")
  func path() {
    var length = TimeWeightedAverage(1)
    length.change(by: 3, at: SimulationTime(seconds: 2))
    // Holds for no time.
    length.set(99, at: SimulationTime(seconds: 4))
    length.set(0, at: SimulationTime(seconds: 4))
    let end = SimulationTime(seconds: 8)
    // 1 for 2 s, 4 for 2 s, 0 for 4 s.
    #expect(length.integral(until: end) == 10)
    #expect(length.average(until: end) == 1.25)
    #expect(abs(length.variance(until: end) - (34.0 / 8 - 1.25 * 1.25)) < 1e-14)
    #expect(length.minimum(until: end) == 0 && length.maximum(until: end) == 4)
    #expect(length.minimum(until: SimulationTime(seconds: 4)) == 1)
    #expect(length.integral(until: end) - length.integral(until: SimulationTime(seconds: 5)) == 0)
  }

  @Test("Where no time has passed, the value stands for all")
  func noTime() {
    let idle = TimeWeightedAverage(7, from: SimulationTime(seconds: 3))
    let start = SimulationTime(seconds: 3)
    #expect(idle.average(until: start) == 7 && idle.integral(until: start) == 0 && idle.variance(until: start) == 0)
    #expect(idle.minimum(until: start) == 7 && idle.maximum(until: start) == 7 && idle.start == start)
    #expect(idle.tally(until: start) == WeightedTally())
  }

  @Test("A reset keeps the value and forgets the past")
  func reset() {
    var length = TimeWeightedAverage(100)
    length.set(3, at: SimulationTime(seconds: 5))
    length.reset(at: SimulationTime(seconds: 10))
    #expect(length == TimeWeightedAverage(3, from: SimulationTime(seconds: 10)))
    length.set(1, at: SimulationTime(seconds: 11))
    #expect(length.average(until: SimulationTime(seconds: 12)) == 2)
    #expect(length.maximum(until: SimulationTime(seconds: 12)) == 3)
  }

  @Test("The summaries of two runs merge to that of both")
  func merge() {
    var (busy, idle) = (TimeWeightedAverage(2), TimeWeightedAverage(0))
    busy.set(4, at: SimulationTime(seconds: 1))
    idle.set(1, at: SimulationTime(seconds: 3))
    var both = busy.tally(until: SimulationTime(seconds: 2))
    both.merge(idle.tally(until: SimulationTime(seconds: 4)))
    // 2, 4 and 1 for 1 s each, 0 for 3 s.
    #expect(both.weight == 6 && both.sum == 7 && both.minimum == 0 && both.maximum == 4)
    #expect(abs(both.mean - 7.0 / 6) < 1e-15)
    #expect(abs(both.variance - (21.0 / 6 - 49.0 / 36)) < 1e-14)
    both.merge(WeightedTally())
    #expect(both.weight == 6)
  }

  @Test("Far from 0 the variance keeps its digits")
  func cancellation() {
    var stream = StreamFamily(rootSeed: 3, replication: 0).stream("path")
    var level = TimeWeightedAverage()
    level.reset(at: .zero, holding: 1e9)
    var (time, weights, squares, sum) = (0.0, 0.0, 0.0, 0.0)
    var held = 0.0
    for _ in 0..<1_000 {
      let step = stream.exponential(mean: 1)
      (weights, squares, sum) = (weights + step, squares + step * held * held, sum + step * held)
      time += step
      // Multiples of 2⁻¹⁰ are exact near 10⁹.
      held = (stream.normal() * 1_024).rounded() / 1_024
      level.set(1e9 + held, at: SimulationTime(seconds: time))
    }
    let exact = squares / weights - (sum / weights) * (sum / weights)
    #expect(abs(level.variance(until: SimulationTime(seconds: time)) - exact) < 1e-5 * exact)
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
