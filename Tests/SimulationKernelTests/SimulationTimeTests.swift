import Foundation
import SimulationKernel
import Testing

@Suite("Simulated time")
struct SimulationTimeTests {
  @Test("Times order as their seconds, and negative zero is zero")
  func order() {
    #expect(SimulationTime(seconds: 1) < SimulationTime(seconds: 1.0.nextUp))
    #expect(SimulationTime(seconds: -0.0) == .zero)
    #expect(SimulationTime(seconds: -0.0).seconds.bitPattern == 0)
  }

  @Test("The difference of two times is the duration between them")
  func arithmetic() {
    let (early, late) = (SimulationTime(seconds: 1.5), SimulationTime(seconds: 4))
    #expect(late - early == .seconds(2.5))
    #expect(early - late == .seconds(-2.5))
    #expect(early + (late - early) == late)
    #expect(early.duration(to: late) == .seconds(2.5))
    #expect(early.advanced(by: .milliseconds(500)) == SimulationTime(seconds: 2))
  }

  @Test(
    "A time that is negative or not finite ends the program",
    arguments: [-1, -.leastNonzeroMagnitude, .nan, .infinity].map(\Double.bitPattern))
  func noTime(bits: UInt64) async {
    await #expect(processExitsWith: .failure) { [bits = bits as UInt64] in
      _ = SimulationTime(seconds: Double(bitPattern: bits))
    }
  }

  @Test(
    "A time comes back from JSON to the bit; a negative one is refused",
    arguments: [0, 0.1, 1e300, .leastNonzeroMagnitude])
  func coding(seconds: Double) throws {
    let time = SimulationTime(seconds: seconds)
    #expect(try JSONDecoder().decode([SimulationTime].self, from: JSONEncoder().encode([time])) == [time])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([SimulationTime].self, from: Data("[-1]".utf8)) }
  }
}
