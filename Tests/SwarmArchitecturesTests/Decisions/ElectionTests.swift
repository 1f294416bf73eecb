import Agents
import RunRecords
import SwarmArchitectures
import Testing

@Suite("Election")
struct ElectionTests {
  private func winners(
    _ messages: [Message], _ rule: VotingRule, _ given: [String: ParameterValue] = [:],
    strengths: [Double] = [], unparseable: String = "drop"
  ) -> [String] {
    let election = election(messages, rule, given, strengths: strengths, unparseable: unparseable)
    return election.leaders.map { election.ballot.candidates[$0].content }
  }

  private func election(
    _ messages: [Message], _ rule: VotingRule, _ given: [String: ParameterValue] = [:],
    strengths: [Double] = [], unparseable: String = "drop"
  ) -> Election {
    Election(
      messages, by: VotingRules(given.merging(["rule": .choice(rule.rawValue)]) { $1 }),
      under: SwarmRules(["unparseable": .choice(unparseable)])
    ) { strengths.isEmpty ? 0 : strengths[$0.index] }
  }

  private func messages(_ contents: String?...) -> [Message] {
    contents.enumerated().map { Message(author: AgentID($0), answer: Answer($1)) }
  }

  private func sure(_ answers: (String?, Double?)...) -> [Message] {
    answers.enumerated().map { Message(author: AgentID($0), answer: Answer($1.0, confidence: $1.1)) }
  }

  private func ranked(_ orders: [String]...) -> [Message] {
    orders.enumerated().map { Message(author: AgentID($0), judgement: .ranking($1)) }
  }

  @Test("A majority is more than half of the votes; without one the most votes win, or nobody")
  func majority() {
    let half = messages("A", "A", "B", "C")
    #expect(winners(half, .majority) == ["A"])
    #expect(winners(half, .majority, ["fallback": .choice("none")]).isEmpty)
    #expect(winners(messages("A", "A", "B"), .majority, ["fallback": .choice("none")]) == ["A"])
  }

  @Test("Two thirds of three and of six are enough; blank votes count among them where they are wrong ones")
  func supermajority() {
    let rules: [String: ParameterValue] = ["fallback": .choice("none")]
    #expect(winners(messages("A", "A", "B"), .supermajority, rules) == ["A"])
    #expect(winners(messages("A", "A", "B", "A", "B", "A"), .supermajority, rules) == ["A"])
    #expect(winners(messages("A", "A", "B", "A", "B", "C"), .supermajority, rules).isEmpty)
    #expect(winners(messages("A", "A", "B", nil), .supermajority, rules) == ["A"])
    #expect(winners(messages("A", "A", "B", nil), .supermajority, rules, unparseable: "wrong").isEmpty)
  }

  @Test("Confidence outweighs number where the temperature is low, and number confidence where it is high")
  func confidence() {
    let given = sure(("A", 0.5), ("B", 1), ("A", 0.5))
    #expect(winners(given, .confidence, ["temperature": .number(0.1)]) == ["B"])
    #expect(winners(given, .confidence, ["temperature": .number(10)]) == ["A"])
    // exp(0) against 2 exp(-0.5 / 0.5).
    let election = election(given, .confidence, ["temperature": .number(0.5)])
    #expect(abs(election.share(of: 1) - 1 / (1 + 2 * 0.36787944117144233)) < 1e-12)
  }

  @Test("In buckets certainty outweighs two doubts; what is not stated counts as no confidence")
  func buckets() {
    #expect(winners(sure(("A", 0.85), ("B", 1), ("A", 0.7)), .confidenceBuckets) == ["B"])
    #expect(winners(sure(("A", nil), ("B", 0.3)), .confidenceBuckets) == ["A", "B"])
  }

  @Test("A good record outweighs two ordinary ones; with no records to speak of all are equal")
  func record() {
    let given = messages("A", "B", "A")
    #expect(winners(given, .record, strengths: [0, 2, 0]) == ["B"])
    #expect(winners(given, .record, strengths: [0, 0.5, 0]) == ["A"])
    #expect(winners(given, .record, ["ordinary_accuracy": .number(0.5)]) == ["A"])
    #expect(winners(given, .record, strengths: [-9, 0, -9]) == ["B"])
  }

  @Test("Orders are counted by approvals, by points, and in pairs; who has no order ranks its answer alone")
  func orders() {
    let given = ranked(["A", "B", "C"], ["A", "B", "C"], ["A", "B", "C"], ["B", "C", "A"], ["B", "C", "A"])
    #expect(winners(given, .approval) == ["B"])
    #expect(winners(given, .approval, ["approvals": .integer(1)]) == ["A"])
    #expect(winners(given, .borda) == ["B"])
    #expect(winners(given, .rankedPairs) == ["A"])
    #expect(election(given, .borda).share(of: 1) == 0.7)
    #expect(election(given, .rankedPairs).share(of: 0) == 0.6)
    for rule in [VotingRule.approval, .borda, .rankedPairs] {
      #expect(winners(messages("A", "B", "B"), rule) == ["B"])
      #expect(election(messages("B"), rule).share(of: 0) == 1)
    }
  }

  @Test("An answer named twice on a ballot counts once, where it stands first")
  func repeatedNames() {
    #expect(election(ranked(["A", "A", "B"]), .borda).scores == [1, 0])
  }

  @Test("Nobody wins without a vote, nor against more blank ones", arguments: VotingRule.allCases)
  func noVotes(rule: VotingRule) {
    #expect(winners([], rule).isEmpty)
    #expect(winners(messages(nil, nil), rule).isEmpty)
    #expect(winners(messages("A", nil, nil), rule, unparseable: "wrong").isEmpty)
    #expect(winners(messages("A", "A", nil), rule, unparseable: "wrong") == ["A"])
  }

  @Test("A unanimous swarm is of one mind by every rule", arguments: VotingRule.allCases)
  func unanimity(rule: VotingRule) {
    let election = election(messages("A", "A", "A"), rule)
    #expect(election.leaders == [0])
    #expect(election.share(of: 0) == 1)
  }
}
