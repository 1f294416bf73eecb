import SwarmArchitectures
import TestSupport
import Testing

@Suite("Vote weights")
struct VoteWeightTests {
  @Test(
    "Confidence weighs in the steps of ReConcile",
    arguments: [
      (1, 1), (0.99, 0.8), (0.9, 0.8), (0.89, 0.5), (0.8, 0.5), (0.79, 0.3), (0.61, 0.3), (0.6, 0.1), (0, 0.1),
    ])
  func buckets(confidence: Double, weight: Double) {
    #expect(VoteWeight.bucket(confidence) == weight)
  }

  @Test("A temperature higher weighs e times as much, wherever that is", arguments: [0.01, 0.2, 1])
  func softmax(temperature: Double) {
    #expect(VoteWeight.softmax(1, temperature: temperature) == 1)
    let e = 2.718281828459045
    for confidence in [0.3, 0.9] {
      let ratio =
        VoteWeight.softmax(confidence, temperature: temperature)
        / VoteWeight.softmax(confidence - temperature, temperature: temperature)
      #expect(abs(ratio / e - 1) < 1e-9)
    }
  }

  @Test("A record weighs by its log-odds; who is more often wrong than right has no vote")
  func logOdds() {
    #expect(abs(VoteWeight.logOdds(strength: 0, ordinaryAccuracy: 0.75) - 1.0986122886681098) < 1e-12)
    #expect(abs(VoteWeight.logOdds(strength: 1, ordinaryAccuracy: 0.5) - 1) < 1e-12)
    #expect(VoteWeight.logOdds(strength: -9, ordinaryAccuracy: 0.75) == 0)
  }

  @Test("A temperature of 0 and a certain accuracy end the process")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = VoteWeight.softmax(1, temperature: 0) }
    await #expect(processExitsWith: .failure) { _ = VoteWeight.logOdds(strength: 0, ordinaryAccuracy: 1) }
  }
}
