import NumericalMethods
import Statistics
import TestSupport
import Testing

@Suite("Statistical assertions")
struct StatisticalAssertionsTests {
  @Test("A proportion near the expected one passes, the ends included")
  func agreement() {
    expectProportion(503, of: 1_000, equals: 0.5, falseAlarm: 1e-3)
    expectProportion(0, of: 10, equals: 0, falseAlarm: 1e-7)
    expectProportion(10, of: 10, equals: 1, falseAlarm: 1e-7)
  }

  @Test("A proportion far from the expected one fails and shows estimate, interval and expectation")
  func disagreement() {
    withKnownIssue {
      expectProportion(0, of: 4, equals: 0.75, falseAlarm: 0.1)
    } matching: { issue in
      let text = issue.comments.map(\.rawValue).joined()
      return text.contains("0.0 (0 of 4), its interval 0.0...0.527") && text.contains("expected 0.75 (false alarm 0.1)")
    }
  }

  @Test("A mean inside the interval passes, one outside fails and shows why")
  func means() {
    expectMean([9, 10, 11, 12], equals: 10, falseAlarm: 0.01)
    withKnownIssue {
      expectMean([9, 10, 11, 12], equals: 20, falseAlarm: 0.01)
    } matching: { issue in
      let text = issue.comments.map(\.rawValue).joined()
      return text.contains("the mean is 10.5 (n = 4)") && text.contains("expected 20.0 (false alarm 0.01)")
    }
  }

  @Test("Equal values agree with themselves only")
  func ties() {
    expectMean([2, 2, 2], equals: 2, falseAlarm: 0.01)
    withKnownIssue { expectMean([2, 2, 2], equals: 2.001, falseAlarm: 0.01) }
  }

  @Test("The chance of a false alarm over all outcomes is at most the stated one", arguments: [0.05, 0.5, 0.9])
  func falseAlarm(p: Double) {
    let outcomes = Binomial(trials: 40, probability: p)
    let alarm = (0...40).reduce(0.0) { sum, k in
      let interval = ProportionInterval.clopperPearson(k, of: 40, level: 0.95)
      let passes = interval.low <= p && p <= interval.high
      return passes ? sum : sum + outcomes.cumulative(k) - outcomes.cumulative(k - 1)
    }
    #expect(alarm <= 0.05)
    #expect(alarm > 0.005)
  }

  @Test("At the smallest detectable difference the assertion fails with the stated power", arguments: [0.1, 0.5, 0.85])
  func power(p: Double) {
    let n = 200
    let difference = smallestDetectableProportionDifference(n: n, p: p, falseAlarm: 0.01, power: 0.9)
    let failing = (0...n).filter { k in
      let interval = ProportionInterval.clopperPearson(k, of: n, level: 0.99)
      return p < interval.low || interval.high < p
    }
    let powers = [p - difference, p + difference].map { truth in
      let outcomes = Binomial(trials: n, probability: max(0, truth))
      return failing.reduce(0.0) { $0 + outcomes.cumulative($1) - outcomes.cumulative($1 - 1) }
    }
    #expect(isNear(powers.min() ?? .nan, 0.9, relative: 1e-6))
  }

  @Test("Near 1 only the direction in which there is room counts")
  func nearTheEnd() {
    let difference = smallestDetectableProportionDifference(n: 100, p: 1, falseAlarm: 0.01, power: 0.9)
    // Any failure fails the assertion: 1 - (1 - δ)^100 = 0.9.
    #expect(abs(difference - 0.022_762_779) < 1e-8)
  }

  @Test("Too few trials find nothing")
  func tooFew() {
    #expect(smallestDetectableProportionDifference(n: 3, p: 0.5, falseAlarm: 1e-7, power: 0.9) == .infinity)
  }

  @Test("A false-alarm probability of 0 stops the program")
  func noFalseAlarm() async {
    await #expect(processExitsWith: .failure) { expectMean([1, 2], equals: 1, falseAlarm: 0) }
  }
}
