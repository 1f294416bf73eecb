import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Collaborative")
struct CollaborativeTests {
  @Test("Every voter answers once, all at once, and reads nothing", arguments: [1, 5, 30])
  func calls(voters: Int) throws {
    let run = try ScriptedRun.simulated(Collaborative(["voters": .integer(voters)]), script: Completion.varied)
    #expect(run.waves == [voters])
    #expect(described(run.requests) == (0..<voters).map { "\($0) answer" })
    #expect(run.account.messagesRead == 0)
  }

  @Test("The most frequent answer wins; ties go to the first agent with one of the tied answers")
  func vote() throws {
    let clear = try ScriptedRun.simulated(Collaborative(), script: Answers(["A"], ["B"], ["B"], ["C"], ["B"]).script)
    #expect(clear.answer == Answer("B", confidence: 0.6))
    let tied = try ScriptedRun.simulated(
      Collaborative(), script: Answers([.none], ["B"], ["A"], ["A"], ["B"]).script)
    #expect(tied.answer == Answer("B", confidence: 0.5))
  }

  @Test(
    "Where orders are counted voters are asked for one, and for an answer elsewhere", arguments: VotingRule.allCases)
  func instructions(rule: VotingRule) throws {
    let run = try ScriptedRun.simulated(Collaborative(["rule": .choice(rule.rawValue)]), script: Completion.varied)
    let ranks: Set<VotingRule> = [.approval, .borda, .rankedPairs]
    #expect(run.requests.allSatisfy { $0.turn.instruction == (ranks.contains(rule) ? .rank : .answer) })
    #expect(run.answer.content != nil)
  }

  @Test("What a vote takes is exact by every rule; an order is no answer", arguments: VotingRule.allCases)
  func cost(rule: VotingRule) throws {
    let vote = Collaborative(["rule": .choice(rule.rawValue)])
    let run = try ContractRun.play(vote, script: Completion.disagreeing)
    let cost = vote.cost(under: .standard)
    #expect(Double(run.account.calls) == cost.calls)
    #expect(Double(run.account.usage.completion.value) == cost.completionTokens(answer: 5))
  }

  @Test("Orders decide otherwise than first places")
  func orders() throws {
    let orders = [["A", "B", "C"], ["A", "B", "C"], ["A", "B", "C"], ["B", "C", "A"], ["B", "C", "A"]]
    func winner(_ rule: VotingRule) throws -> Answer {
      try ScriptedRun.simulated(Collaborative(["rule": .choice(rule.rawValue)])) { request in
        var ballot = Completion(nil)
        ballot.judgement = .ranking(orders[request.turn.agent.index])
        return ballot
      }.answer
    }
    #expect(try winner(.borda) == Answer("B", confidence: 0.7))
    #expect(try winner(.rankedPairs) == Answer("A", confidence: 0.6))
    #expect(try winner(.approval) == Answer("B", confidence: 1))
  }

  @Test("A known record outweighs the number of voters")
  func record() throws {
    let vote = Collaborative(["voters": .integer(3), "rule": .choice("record")])
    let run = try ScriptedRun.simulated(vote, strengths: [0, 2, 0], script: Answers(["A"], ["B"], ["A"]).script)
    #expect(run.answer.content == "B")
  }

  @Test("An adaptive vote asks no more than it needs: three of five who agree are enough")
  func adaptive() throws {
    let vote = Collaborative(["adaptive": .flag(true)])
    let agreed = try ScriptedRun.simulated(vote, script: Answers(["A"], ["A"], ["A"], ["B"], ["B"]).script)
    #expect(agreed.waves == [3])
    #expect(agreed.answer == Answer("A", confidence: 1))
    let split = try ScriptedRun.simulated(vote, script: Answers(["A"], ["A"], ["B"], ["A"], ["B"]).script)
    #expect(split.waves == [3, 1])
    let close = try ScriptedRun.simulated(vote, script: Answers(["A"], ["A"], ["B"], ["B"], ["B"]).script)
    #expect(close.waves == [3, 1, 1])
    #expect(close.answer == Answer("B", confidence: 0.6))
  }

  @Test("A weighty voter who is still to come keeps an adaptive vote open")
  func adaptiveRecord() throws {
    let vote = Collaborative(["voters": .integer(3), "adaptive": .flag(true), "rule": .choice("record")])
    func waves(_ last: Double) throws -> [Int] {
      try ScriptedRun.simulated(vote, strengths: [0, 0, last], script: Answers(["A"], ["A"], ["B"]).script).waves
    }
    #expect(try waves(0) == [2])
    #expect(try waves(3) == [2, 1])
  }

  @Test("A voter may be an architecture, whose answer is its vote")
  func nestedVoters() throws {
    let nested = NestedArchitecture("self-consistency", given: ["samples": .integer(3)])
    let vote = Collaborative(["voters": .integer(2), "voter": .architecture(nested)])
    #expect(vote.cost(under: .standard).calls == 6)
    let run = try ScriptedRun.simulated(vote, script: Answers(["A", "B", "B"], ["B", "A", "B"]).script)
    #expect(run.waves == [6])
    #expect(run.answer == Answer("B", confidence: 1))
  }
}
