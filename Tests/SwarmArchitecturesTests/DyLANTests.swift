import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Dynamic network")
struct DyLANTests {
  private static func ranking(_ turn: Turn) -> Judgement? { turn.instruction == .rank ? .ranking(["D", "B"]) : nil }

  @Test("Two rounds of all, then a ranker keeps the two best, who read all and then each other")
  func rounds() throws {
    let network = DyLAN(["rounds": .integer(4)])
    let run = try PlayedTask(network, script: PlayedTask.letters("ABCD", Self.ranking))
    #expect(run.waves == [4, 4, 1, 2, 2])
    let late = run.requests.suffix(5).map { "\($0.turn.agent.index) \($0.turn.instruction) \($0.read)" }
    #expect(late == ["0 rank ABCD", "1 answer ABCD", "3 answer ABCD", "1 answer BD", "3 answer BD"])
    #expect(run.answer.content == "B")
  }

  @Test("A ranker that says nothing keeps the first agents with an answer")
  func noRanking() throws {
    let run = try PlayedTask(DyLAN(), script: PlayedTask.letters("-BCD"))
    #expect(run.requests.suffix(2).map(\.turn.agent.index) == [1, 2])
  }

  @Test("In turns, a round ends as soon as more than two thirds of all agree", arguments: [("AAAB", 3), ("ABAA", 4)])
  func earlyStop(letters: String, calls: Int) throws {
    let preset = try #require(DyLAN.presets.first { $0.name == "dylan-2023" })
    var given = preset.rules
    given["order"] = .choice("sequential")
    let run = try PlayedTask(
      DyLAN(preset.parameters), rules: SwarmRules(given), script: PlayedTask.letters(letters))
    #expect(run.waves == Array(repeating: 1, count: calls))
    #expect(run.answer.content == "A")
  }

  @Test("Half of the agents are not enough to end it")
  func noAgreement() throws {
    let preset = try #require(DyLAN.presets.first { $0.name == "dylan-2023" })
    let run = try PlayedTask(
      DyLAN(preset.parameters), rules: SwarmRules(preset.rules), script: PlayedTask.letters("ABAB"))
    #expect(run.account.calls == 4 + 4 + 1 + 2)
  }

  @Test("A drawn order differs between tasks, and what is read stands in the order of the agents all the same")
  func randomOrder() throws {
    let rules = SwarmRules(["order": .choice("random")])
    let orders = try (0..<20).map { task in
      let run = try PlayedTask(DyLAN(), rules: rules, task: task, script: PlayedTask.letters("ABCD"))
      #expect(run.requests[4..<8].allSatisfy { $0.read == "ABCD" })
      return run.requests.prefix(4).map(\.turn.agent.index)
    }
    // Were all 24 orders equally likely, 20 draws would be all the same with a probability of 24⁻¹⁹.
    #expect(Set(orders).count > 1)
    #expect(orders.allSatisfy { $0.sorted() == [0, 1, 2, 3] })
  }

  @Test("By importance, those are kept whom their peers score best")
  func importance() throws {
    let run = try PlayedTask(
      DyLAN(["selection": .choice("importance")]),
      script: PlayedTask.letters("ABCD") { turn in
        guard turn.instruction == .score else { return nil }
        return .score(["A": 0.1, "B": 0.9, "C": 0.2, "D": 0.8][turn.reading[0].answer.content ?? ""] ?? 0)
      })
    #expect(run.waves == [4, 4, 12, 2])
    #expect(run.requests.suffix(2).map(\.turn.agent.index) == [1, 3])
  }

  @Test("Importance goes back in proportion to the scores, and adds up to one a layer")
  func propagation() {
    let scores = [[[0.0, 3, 1], [4, 0, 4], [0, 0, 0]], [[0, 1, 0], [0, 1, 0], [0, 1, 1]]]
    let values = AgentImportance(agentCount: 3, scores: scores).values
    // The last layer has 1/3 each; it hands 0, 5/6 and 1/6 back, and these hand back by the first exchange.
    let middle = [0.0, 5.0 / 6, 1.0 / 6]
    let first = [5.0 / 12 + 1.0 / 18, 1.0 / 18, 5.0 / 12 + 1.0 / 18]
    for agent in 0..<3 { #expect(abs(values[agent] - (1.0 / 3 + middle[agent] + first[agent])) < 1e-12) }
    #expect(abs(values.reduce(0, +) - 3) < 1e-12)
    #expect(AgentImportance(agentCount: 3, scores: scores).order == [1, 2, 0])
    #expect(AgentImportance(agentCount: 2, scores: []).values == [0.5, 0.5])
  }
}
