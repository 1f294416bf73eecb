import RandomStreams
import SimulationKernel
import Testing

@Suite("Simulated duration")
struct SimulationDurationTests {
  @Test("Durations add, subtract and order as their seconds")
  func arithmetic() {
    #expect(SimulationDuration.seconds(1.5) + .seconds(2) == .seconds(3.5))
    #expect(SimulationDuration.seconds(1.5) - .seconds(2) == .seconds(-0.5))
    #expect(SimulationDuration.seconds(-1) < .zero)
    #expect([SimulationDuration.seconds(1), .seconds(2)].reduce(.zero, +) == .seconds(3))
  }

  @Test(
    "A duration of the outside world is taken over within a relative error of 2⁻⁵²",
    arguments: [
      (Duration.seconds(180), 180), (.milliseconds(40), 0.04), (.microseconds(-3), -3e-6), (.nanoseconds(1), 1e-9),
      (.seconds(1 << 40), 0x1p40),
    ])
  func fromOutside(duration: Duration, seconds: Double) {
    let taken = SimulationDuration(duration).seconds
    #expect(abs(taken - seconds) <= abs(seconds) * 0x1p-52)
  }

  @Test("There and back again changes a duration by less than an attosecond and its last digit")
  func thereAndBack() {
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream("durations")
    for _ in 0..<1_000 {
      let seconds = stream.lognormal(median: 1, sigma: 5)
      let back = SimulationDuration(Duration(SimulationDuration.seconds(seconds))).seconds
      #expect(abs(back - seconds) <= 1e-18 + 2 * seconds.ulp)
    }
  }
}
