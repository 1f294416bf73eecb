import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Adaptive stop")
struct AdaptiveStopTests {
  @Test(
    "Half of those who remain and one more, less the lead, have to be asked; nobody where the lead is out of reach",
    arguments: [
      (0.0, 5, 3), (0, 4, 3), (3, 2, 0), (2, 2, 1), (1, 2, 1), (0, 0, 0), (0.5, 3, 2), (2.5, 3, 1), (0, 1, 1),
    ])
  func lead(lead: Double, remaining: Int, needed: Int) {
    #expect(AdaptiveStop.votesNeeded(lead: lead, remaining: remaining) == needed)
  }

  @Test(
    "A number is decided when the first has it, or cannot have it any more",
    arguments: [(3, 3, 2, 0), (2, 3, 2, 1), (0, 4, 5, 2), (0, 4, 3, 0), (1, 4, 3, 1), (0, 3, 5, 3)])
  func number(first: Int, required: Int, remaining: Int, needed: Int) {
    #expect(AdaptiveStop.votesNeeded(first: first, required: required, remaining: remaining) == needed)
  }

  @Test(
    "Whatever is voted, whoever stops early comes to the answer of the full vote", arguments: VotingRule.allCases,
    [("plurality", "drop"), ("none", "drop"), ("plurality", "wrong"), ("none", "wrong")])
  func sameOutcome(rule: VotingRule, setting: (fallback: String, unparseable: String)) throws {
    var spared = 0
    // All courses of a vote of four for A, B or nothing.
    for course in 0..<81 {
      let votes = [1, 3, 9, 27].map { course / $0 % 3 }
      func play(_ isAdaptive: Bool) throws -> ScriptedRun {
        let architecture = Collaborative([
          "voters": .integer(4), "adaptive": .flag(isAdaptive), "rule": .choice(rule.rawValue),
          "fallback": .choice(setting.fallback),
        ])
        return try ScriptedRun.simulated(
          architecture, rules: SwarmRules(["unparseable": .choice(setting.unparseable)]),
          strengths: [0, 1, -0.5, 2]
        ) { request in
          let (agent, vote) = (request.turn.agent.index, votes[request.turn.agent.index])
          return Completion(["A", "B", nil][vote], confidence: [0.9, 1, 0.4][(vote + agent) % 3])
        }
      }
      let (full, adaptive) = (try play(false), try play(true))
      #expect(adaptive.answer.content == full.answer.content, "\(votes)")
      spared += full.requests.count - adaptive.requests.count
    }
    #expect((spared > 0) == (rule != .borda))
  }
}
