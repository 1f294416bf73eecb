import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Blackboard")
struct BlackboardTests {
  private func board(
    _ agents: Int, _ rounds: Int, shown: Int = 5, evaporation: Double = 0, reviewers: Int = 0
  ) -> Blackboard {
    Blackboard([
      "agents": .integer(agents), "rounds": .integer(rounds), "shown": .integer(shown),
      "evaporation": .number(evaporation), "reviewers": .integer(reviewers),
    ])
  }

  @Test("At once, a round reads what was posted before it; in turns, each reads what was posted before it")
  func order() throws {
    let atOnce = try PlayedTask(board(3, 2), script: PlayedTask.letters("ABC"))
    #expect(atOnce.waves == [3, 3])
    #expect(atOnce.requests.map(\.read) == ["", "", "", "ABC", "ABC", "ABC"])
    let inTurn = try PlayedTask(
      board(3, 1), rules: SwarmRules(["order": .choice("sequential")]), script: PlayedTask.letters("ABC"))
    #expect(inTurn.waves == [1, 1, 1])
    #expect(inTurn.requests.map(\.read) == ["", "A", "AB"])
  }

  @Test("The posts with the strongest marks are shown, the later ones of equals, in the order of their posting")
  func shown() throws {
    func read(_ shown: Int) throws -> [String] {
      try PlayedTask(board(5, 2, shown: shown), script: PlayedTask.letters("ACBBC")).requests.suffix(5).map(\.read)
    }
    // B and C are equally strong, and C was posted last.
    #expect(try read(1) == Array(repeating: "C", count: 5))
    #expect(try read(2) == Array(repeating: "CC", count: 5))
    #expect(try read(3) == Array(repeating: "CBC", count: 5))
    #expect(try read(9) == Array(repeating: "ACBBC", count: 5))
  }

  @Test("Marks that fade let the latest answers win; marks that stay let the most frequent one win")
  func evaporation() throws {
    // First A, A, A, B; then B, B, C, C: without loss 3 A, 3 B, 2 C.
    let answers = Answers(["A", "B"], ["A", "B"], ["A", "C"], ["B", "C"])
    func answer(_ evaporation: Double) throws -> Answer {
      try ScriptedRun.simulated(board(4, 2, evaporation: evaporation), script: answers.script).answer
    }
    #expect(try answer(0) == Answer("A", confidence: 3.0 / 8))
    #expect(try answer(0.5) == Answer("B", confidence: 2.5 / 6))
    #expect(try answer(1) == Answer("B", confidence: 0.5))
  }

  @Test("An approval marks an answer once more, and nobody reviews its own post")
  func reviews() throws {
    let run = try PlayedTask(
      board(3, 1, reviewers: 9),
      script: PlayedTask.letters("ABB") { turn in
        turn.instruction == .verify ? .approval(turn.reading[0].answer.content == "A") : nil
      })
    #expect(run.waves == [3, 6])
    let reviews = run.requests.suffix(6)
    #expect(reviews.allSatisfy { $0.turn.reading[0].author != $0.turn.agent })
    // A has its post and two approvals, B two posts.
    #expect(run.answer == Answer("A", confidence: 0.6))
  }

  @Test("Where there is no answer, there is nothing to review")
  func silentPosts() throws {
    let run = try PlayedTask(board(3, 1, reviewers: 2), script: PlayedTask.letters("A") { _ in nil })
    let silent = try ScriptedRun.simulated(board(3, 1, reviewers: 2)) { _ in Completion(nil) }
    #expect(run.account.calls == 9 && silent.account.calls == 3)
  }

  @Test("Agreement within a round ends it")
  func agreement() throws {
    let rules = SwarmRules(["early_stop": .number(1)])
    #expect(try PlayedTask(board(3, 5), rules: rules, script: PlayedTask.letters("A")).account.calls == 3)
    #expect(try PlayedTask(board(3, 5), rules: rules, script: PlayedTask.letters("AAB")).account.calls == 15)
  }

  @Test("A share of 0.28 of twenty-five agents is seven of them")
  func shareOfAgents() throws {
    let rules = SwarmRules(["early_stop": .number(0.28)])
    func calls(_ letters: String) throws -> Int {
      try PlayedTask(board(25, 2), rules: rules, script: PlayedTask.letters(letters)).account.calls
    }
    #expect(try calls("AAAAAAABBBBBBCCCCCCDDDDDD") == 25)
    #expect(try calls("AAAAAABBBBBBCCCCCCDDDDDDE") == 50)
  }

  @Test("Equally strong answers are decided by the rules for ties")
  func ties() throws {
    #expect(try PlayedTask(board(4, 1), script: PlayedTask.letters("CBCB")).answer == Answer("C", confidence: 0.5))
    let run = try PlayedTask(
      board(2, 1), rules: SwarmRules(["tie_break": .choice("judge")]),
      script: PlayedTask.letters("AB") { $0.instruction == .judge ? .choice(1) : nil })
    #expect(run.answer.content == "B")
  }
}
