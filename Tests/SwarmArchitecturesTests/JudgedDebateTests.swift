import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Judged debate")
struct JudgedDebateTests {
  /// Two sides, a moderator who ends the debate in a round, and a judge who chooses by place.
  private func script(
    _ affirmative: String, _ negative: String, endsIn end: Int? = nil, chooses choice: Int = 0
  ) -> ScriptedRun.Script {
    letters(affirmative, negative) { turn in
      turn.instruction == .moderate ? .approval(turn.round == end) : .choice(choice)
    }
  }

  @Test("Each round the negative opposes the affirmative, and the moderator reads both; then the judge decides")
  func course() throws {
    let run = try RuledRun(JudgedDebate(["rounds": .integer(2)]), script: script("AB", "ab", chooses: 1))
    #expect(run.waves == Array(repeating: 1, count: 8))
    #expect(
      described(run.requests) == [
        "0 answer", "1 oppose A", "2 moderate A,a", "0 answer A,a", "1 oppose A,a,B", "2 moderate A,a,B,b",
        "3 summarize A,a", "3 judge A,a",
      ])
    #expect(run.outcome.content == "a")
  }

  @Test("With the last round alone each side reads its own last word and the other's")
  func lastRound() throws {
    let run = try RuledRun(
      JudgedDebate(["rounds": .integer(2)]), rules: ["context": .choice("last-round")], script: script("AB", "ab"))
    #expect(described(run.requests[3..<6].map(\.self)) == ["0 answer A,a", "1 oppose a,B", "2 moderate B,b"])
  }

  @Test("The judge reads the first answers, the last ones, or all")
  func evidence() throws {
    func last(_ reads: String, extract: Bool) throws -> [String] {
      let debate = JudgedDebate(["judge_reads": .choice(reads), "extract": .flag(extract)])
      return described(Array(try RuledRun(debate, script: script("ABC", "abc")).requests.dropFirst(9)))
    }
    #expect(try last("first", extract: false) == ["3 judge A,a"])
    #expect(try last("last", extract: false) == ["3 judge C,c"])
    #expect(try last("all", extract: true) == ["3 summarize A,a,B,b,C,c", "3 judge A,a,B,b,C,c"])
  }

  @Test("The moderator's approval ends it: with its own answer, with the common one, or with its choice")
  func moderator() throws {
    let common = try RuledRun(JudgedDebate(), script: script("AB", "aB", endsIn: 1))
    #expect(common.outcome == Answer("B", confidence: 1))
    #expect(common.account.calls == 6)
    let chosen = try RuledRun(JudgedDebate(), script: script("AB", "ab", endsIn: 0, chooses: 1))
    #expect(described(chosen.requests).suffix(2) == ["2 moderate A,a", "2 judge A,a"])
    #expect(chosen.outcome.content == "a")
    let sides = script("A", "a")
    let own = try RuledRun(JudgedDebate()) { request in
      guard request.turn.instruction == .moderate else { return sides(request) }
      var completion = Completion("M")
      completion.judgement = .approval(true)
      return completion
    }
    #expect(own.outcome.content == "M")
    #expect(own.account.calls == 3)
  }

  @Test("Agreement of both sides ends it where the rules want that, without the judge")
  func agreement() throws {
    let run = try RuledRun(JudgedDebate(), rules: ["early_stop": .number(1)], script: script("AB", "aB"))
    #expect(run.account.calls == 6)
    #expect(run.outcome.content == "B")
  }

  @Test("Without first answers the judge reads the last ones, and one answer alone needs no judge")
  func missingAnswers() throws {
    let late = try RuledRun(JudgedDebate(["rounds": .integer(2)]), script: script("-B", "-b", chooses: 1))
    #expect(described(late.requests).last == "3 judge B,b")
    #expect(late.outcome.content == "b")
    let one = try RuledRun(JudgedDebate(["rounds": .integer(1)]), script: script("-", "b"))
    #expect(described(one.requests).last == "2 moderate -,b")
    #expect(one.outcome.content == "b")
    #expect(try RuledRun(JudgedDebate(), script: script("---", "---")).outcome == .none)
  }

  @Test("A silent judge, or a spent budget, leaves the affirmative's first answer", arguments: 1...11)
  func budget(calls: Int) throws {
    let run = try RuledRun(JudgedDebate(), budget: EpisodeBudget(calls: calls), script: letters("ABC", "abc"))
    #expect(run.account.calls == calls)
    #expect(run.outcome.content == "A")
  }
}
