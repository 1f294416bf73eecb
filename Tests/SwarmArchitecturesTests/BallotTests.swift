import Agents
import RunRecords
import TestSupport
import Testing

@testable import SwarmArchitectures

@Suite("Ballot")
struct BallotTests {
  private func messages(_ contents: [String?]) -> [Message] {
    contents.enumerated().map { Message(author: AgentID($0), answer: Answer($1), tokens: .zero) }
  }

  private func messages(_ answers: (String?, Double?)...) -> [Message] {
    answers.enumerated().map {
      Message(author: AgentID($0), answer: Answer($1.0, confidence: $1.1), tokens: .zero)
    }
  }

  /// The outcome of a vote of agents who, asked again, say something else.
  private func vote(
    _ messages: [Message], _ rules: [String: ParameterValue] = [:], agents: Int = 6, round: Int = 0,
    again: @escaping ScriptedRun.Script = { _ in Completion(nil) }
  ) throws -> RuledRun<Answer> {
    try RuledRun(agents: agents, rules: rules, script: again) { try await $0.vote(messages, round: round) }
  }

  @Test(
    "The most frequent answer wins with its share of the votes; among equals the first, however late its votes",
    arguments: [
      (["A", "B", "B", "C"], Answer("B", confidence: 0.5)), (["A"], Answer("A", confidence: 1)),
      (["B", "A", "A", "B"], Answer("B", confidence: 0.5)), (["C", "B", "A", "D"], Answer("C", confidence: 0.25)),
      ([nil, nil, nil, "B"], Answer("B", confidence: 1)),
      ([nil, "A", nil, "B", "B", "B"], Answer("B", confidence: 0.75)),
      (["", "", "A", "B"], Answer("", confidence: 0.5)), ([nil, nil], .none), ([], .none),
    ] as [([String?], Answer)])
  func plurality(contents: [String?], winner: Answer) throws {
    let run = try vote(messages(contents))
    #expect(run.outcome == winner)
    #expect(run.account.calls == 0)
  }

  @Test("Where answers that cannot be read are wrong, they have a vote, and nobody wins against more of them")
  func unparseable() throws {
    let wrong: [String: ParameterValue] = ["unparseable": .choice("wrong")]
    #expect(try vote(messages([nil, "A", "A"]), wrong).outcome == Answer("A", confidence: 2.0 / 3))
    #expect(try vote(messages([nil, "A"]), wrong).outcome == Answer("A", confidence: 0.5))
    #expect(try vote(messages([nil, nil, "A", "B"]), wrong).outcome == .none)
    #expect(try vote(messages([nil, nil]), wrong).outcome == .none)
    #expect(Ballot(messages([nil, "A"]), under: SwarmRules(wrong)).agreement == 0.5)
    #expect(Ballot(messages([nil, "A"]), under: .standard).agreement == 1)
    #expect(Ballot([], under: .standard).agreement == 0)
  }

  @Test("Equal answers are those that the rules call equal")
  func equality() throws {
    let numeric: [String: ParameterValue] = ["equality": .choice("numeric")]
    #expect(try vote(messages(["3", "4", "4.0", "5"]), numeric).outcome == Answer("4", confidence: 0.5))
  }

  @Test("Ties go to the answer whose supporters are surer on average, a confidence not stated counting as 0")
  func confidentTie() throws {
    let rules: [String: ParameterValue] = ["tie_break": .choice("confidence")]
    let tied = messages(("A", 0.9), ("B", 0.8), ("B", 0.7), ("A", nil))
    #expect(try vote(tied, rules).outcome.content == "B")
    #expect(try vote(messages(("A", 0.5), ("B", 0.5)), rules).outcome.content == "A")
  }

  @Test("A tie goes to the judge's choice, and to the first answer where the judge is silent")
  func judgedTie() throws {
    let rules: [String: ParameterValue] = ["tie_break": .choice("judge")]
    let judged = try vote(messages(["A", "B", "C", "B", "C"]), rules) { _ in .saying(.choice(1)) }
    #expect(judged.outcome.content == "C")
    #expect(described(judged.requests) == ["0 judge B,C"])
    #expect(try vote(messages(["A", "B"]), rules).outcome.content == "A")
  }

  @Test("A tie is voted on anew by those who voted, and by nobody else")
  func revote() throws {
    let rules: [String: ParameterValue] = ["tie_break": .choice("revote")]
    let again = try vote(messages(["A", "B", "A", "B"]), rules) { Completion($0.turn.agent.index == 0 ? "C" : "B") }
    #expect(again.outcome.content == "B")
    #expect(described(again.requests) == ["0 answer A,B", "1 answer A,B", "2 answer A,B", "3 answer A,B"])
    #expect(try vote(messages(["A", "B"]), rules).outcome.content == "A")
  }

  @Test("Silence in a second vote is no vote for an empty answer")
  func silentRevote() throws {
    let rules: [String: ParameterValue] = ["tie_break": .choice("revote")]
    #expect(try vote(messages(["A", ""]), rules).outcome.content == "A")
  }

  // With 400 fair draws a count beyond 80 from 200 comes with probability 2e-15; a share of 0.75 is found for sure.
  @Test("A drawn tie is the same for the same round, and each answer wins about half of the rounds")
  func drawnTie() throws {
    let rules: [String: ParameterValue] = ["tie_break": .choice("random")]
    let tied = messages(["A", "B"])
    let run = try RuledRun(agents: 2, rules: rules, script: letters()) { episode in
      var winners: [String?] = []
      for round in 0..<400 { winners.append(try await episode.vote(tied, round: round).content) }
      let again = try await episode.vote(tied, round: 7).content
      return (winners, again)
    }
    #expect(run.outcome.0[7] == run.outcome.1)
    #expect((120...280).contains(run.outcome.0.count { $0 == "A" }))
  }

  @Test("The answer stated with the greatest confidence wins; among equals the first; no answer never")
  func mostConfident() {
    #expect(messages(("A", 0.5), ("B", 0.9), ("C", 0.7)).mostConfident() == Answer("B", confidence: 0.9))
    #expect(messages(("A", 0.5), ("B", 0.9), ("C", 0.9)).mostConfident().content == "B")
    #expect(messages(("A", nil), ("B", nil)).mostConfident() == Answer("A"))
    #expect(messages(("A", nil), ("B", 0)).mostConfident() == Answer("A"))
    #expect(messages((nil, 1), ("B", 0.1)).mostConfident().content == "B")
    #expect(messages((nil, 1), (nil, nil)).mostConfident() == .none)
  }

  @Test("By confidence the surest comes first, equals as they came, and who has no answer not at all")
  func byConfidence() {
    let ranked = messages(("A", nil), ("B", 0.9), (nil, 1), ("C", 0.9), ("D", 0)).byConfidence()
    #expect(ranked.map(\.answer.content) == ["B", "C", "A", "D"])
  }
}
