import Foundation
import Statistics
import TestSupport
import Testing

@Suite("Interval of a proportion")
struct ProportionIntervalTests {
  @Test("Without successes the exact interval has a closed form", arguments: [1, 3, 20, 100_000])
  func noSuccess(trials: Int) {
    let interval = ProportionInterval.clopperPearson(0, of: trials, level: 0.95)
    #expect(interval.low == 0)
    #expect(isNear(interval.high, -expm1(log(0.025) / Double(trials)), relative: 1e-11))
    let mirrored = ProportionInterval.clopperPearson(trials, of: trials, level: 0.95)
    #expect(mirrored.high == 1)
    #expect(abs(mirrored.low - (1 - interval.high)) <= 1e-15)
  }

  @Test("Half successes give Wilson's interval in closed form")
  func half() {
    let interval = ProportionInterval.wilson(8, of: 16, level: 0.95)
    let z = 1.959963984540054
    #expect(interval.estimate == 0.5)
    #expect(isNear(interval.high, 0.5 + z / 2 / (16 + z * z).squareRoot()))
    #expect(isNear(interval.low + interval.high, 1))
  }

  @Test("Wilson's interval ends at 0 without successes and at 1 without failures", arguments: [1, 7, 1_000])
  func wilsonEnds(trials: Int) {
    #expect(ProportionInterval.wilson(0, of: trials, level: 0.99).low == 0)
    #expect(ProportionInterval.wilson(trials, of: trials, level: 0.99).high == 1)
    #expect(ProportionInterval.wilson(0, of: trials, level: 0.99).high < 1)
  }

  @Test("The exact interval contains Wilson's centre at every count", arguments: 0...25)
  func nested(successes: Int) {
    let exact = ProportionInterval.clopperPearson(successes, of: 25, level: 0.95)
    let wilson = ProportionInterval.wilson(successes, of: 25, level: 0.95)
    #expect(exact.low <= exact.estimate && exact.estimate <= exact.high)
    #expect(exact.low < (wilson.low + wilson.high) / 2 && (wilson.low + wilson.high) / 2 < exact.high)
  }

  @Test("More successes than trials stop the program")
  func tooMany() async {
    await #expect(processExitsWith: .failure) { _ = ProportionInterval.wilson(3, of: 2, level: 0.95) }
  }

  @Test("No trials stop the program")
  func noTrials() async {
    await #expect(processExitsWith: .failure) { _ = ProportionInterval.clopperPearson(0, of: 0, level: 0.95) }
  }
}
