import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Consensus")
struct ConsensusTests {
  @Test("Two of three who agree end it in the first round, and their share is the confidence")
  func quorum() throws {
    let run = try ScriptedRun.simulated(Consensus(), script: Answers(["A"], ["B"], ["A"]).script)
    #expect(run.waves == [3])
    #expect(run.answer == Answer("A", confidence: 2.0 / 3))
  }

  @Test("Without a quorum all read all and answer anew, until there is one")
  func rounds() throws {
    let run = try ScriptedRun.simulated(
      Consensus(["rounds": .integer(9)]), rules: SwarmRules(["context": .choice("last-round")]),
      script: Answers(["A", "B", "C"], ["B", "C", "C"], ["C", "A", "A"]).script)
    #expect(run.waves == [3, 3, 3])
    #expect(described(run.requests)[3] == "0 answer A,B,C")
    #expect(described(run.requests)[6] == "0 answer B,C,A")
    #expect(run.answer == Answer("C", confidence: 2.0 / 3))
  }

  @Test("The quorum is a share of all members, those included who are silent", arguments: [(0.75, "A"), (0.76, nil)])
  func silentMembers(quorum: Double, answer: String?) throws {
    let architecture = Consensus([
      "members": .integer(4), "quorum": .number(quorum), "rounds": .integer(1), "fallback": .choice("none"),
    ])
    let run = try ScriptedRun.simulated(architecture, script: Answers(["A"], ["A"], ["A"], [.none]).script)
    #expect(run.answer.content == answer)
  }

  @Test("Unanimity is asked of all", arguments: [("A", 1), ("B", 2)])
  func unanimity(last: String, rounds: Int) throws {
    let run = try ScriptedRun.simulated(
      Consensus(["quorum": .number(1), "rounds": .integer(2)]),
      script: Answers(["A", "A"], ["A", "A"], [Answer(last), "A"]).script)
    #expect(run.waves.count == rounds)
    #expect(run.answer == Answer("A", confidence: 1))
  }

  @Test(
    "Without agreement a vote decides, the first member as the judge, or nobody",
    arguments: [("vote", "A", 6), ("judge", "C", 7), ("none", nil, 6)])
  func fallback(name: String, answer: String?, calls: Int) throws {
    let answers = Answers(["A", "A"], ["B", "B"], ["C", "C"]).script
    let architecture = Consensus(["rounds": .integer(2), "fallback": .choice(name)])
    let run = try ScriptedRun.simulated(architecture) { request in
      guard request.turn.instruction == .judge else { return answers(request) }
      var verdict = Completion(nil)
      verdict.judgement = .choice(2)
      return verdict
    }
    #expect(run.answer.content == answer)
    #expect(run.requests.count == calls)
  }

  @Test("Rounds count exchanges where the rules say so")
  func counting() throws {
    let run = try ScriptedRun.simulated(
      Consensus(["rounds": .integer(2)]), rules: SwarmRules(["rounds_count": .choice("exchanges")]),
      script: Completion.disagreeing)
    #expect(run.waves == [3, 3, 3])
  }

  @Test(
    "What it takes is exact in every order and with every memory", arguments: SwarmRules.Order.allCases,
    SwarmRules.Context.allCases)
  func cost(order: SwarmRules.Order, context: SwarmRules.Context) throws {
    let rules = SwarmRules(["order": .choice(order.rawValue), "context": .choice(context.rawValue)])
    for rounds in 1...4 {
      let architecture = Consensus(["rounds": .integer(rounds), "fallback": .choice("judge")])
      let run = try ContractRun.play(architecture, rules: rules, script: Completion.disagreeing)
      let cost = architecture.cost(under: rules)
      #expect(Double(run.account.calls) == cost.calls)
      #expect(Double(run.account.usage.prompt.value) == cost.promptTokens(prompt: 100, answer: 5))
      #expect(Double(run.account.usage.completion.value) == cost.completionTokens(answer: 5))
    }
  }
}
