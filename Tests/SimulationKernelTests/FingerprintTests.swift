import SimulationKernel
import Testing

@Suite("Fingerprint")
struct FingerprintTests {
  @Test("Equal runs have equal fingerprints")
  func equalRuns() {
    #expect(fingerprint(Walkers(10)) == fingerprint(Walkers(10)))
  }

  @Test("Other draws, another number of events and another order give another fingerprint")
  func otherRuns() {
    let fingerprints = [
      fingerprint(Walkers(10)), fingerprint(Walkers(10, seed: 8)), fingerprint(Walkers(11)),
      fingerprint(Walkers(10), events: 999), fingerprint(Agenda(("a", 1), ("b", 2))),
      fingerprint(Agenda(("b", 2), ("a", 1))), fingerprint(Agenda(("a", 1))),
      fingerprint(Agenda(at: 1, ("a", .normal))), fingerprint(Agenda(at: 1, ("a", .early))), Fingerprint(),
    ]
    // The seventh and the eighth are the same run, made in two ways.
    #expect(Set(fingerprints).count == fingerprints.count - 1)
  }

  @Test("Every bit of the time and of the order counts", arguments: 0..<64)
  func everyBit(bit: Int) {
    func after(_ time: UInt64, _ order: UInt64) -> Fingerprint {
      var fingerprint = Fingerprint()
      fingerprint.mix(time: SimulationTime(seconds: Double(bitPattern: time)), order: order)
      return fingerprint
    }
    let (time, order) = ((1.5).bitPattern, UInt64(0x8000_0000_0000_0001))
    #expect(after(time, order) != after(time, order ^ 1 << UInt64(bit)))
    // The sign and the largest exponents are no times.
    if bit < 62 { #expect(after(time, order) != after(time ^ 1 << UInt64(bit), order)) }
  }

  private func fingerprint(_ model: some SimulationModel, events: Int = 1_000) -> Fingerprint {
    var simulation = Simulation(model)
    simulation.run(maximumEvents: events)
    return simulation.fingerprint
  }
}
