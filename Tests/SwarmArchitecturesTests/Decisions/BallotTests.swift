import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Ballot")
struct BallotTests {
  @Test("Answers are counted in the order in which they were first given, with those who gave them")
  func candidates() {
    let ballot = Ballot(messages("B", "A", "A", "B", "C"), under: .standard)
    #expect(ballot.candidates.map(\.content) == ["B", "A", "C"])
    #expect(ballot.candidates[0].supporters.map(\.author.index) == [0, 3])
    #expect(ballot.leaders.map(\.content) == ["B", "A"])
    #expect(ballot.agreement == 0.4)
  }

  @Test("Who has no answer has no vote, unless the rules call that wrong")
  func blankVotes() {
    let given = messages(nil, "A", nil, nil, "B", "A")
    let dropped = Ballot(given, under: .standard)
    #expect(dropped.votes == 3 && dropped.blankVotes == 0)
    #expect(dropped.leaders.map(\.content) == ["A"])
    let wrong = Ballot(given, under: SwarmRules(["unparseable": .choice("wrong")]))
    #expect(wrong.votes == 6 && wrong.blankVotes == 3)
    #expect(wrong.leaders.isEmpty)
  }

  @Test("An empty text is an answer like any other; without messages there is none")
  func emptyText() {
    #expect(Ballot(messages("", "", "A"), under: .standard).leaders.map(\.content) == [""])
    #expect(Ballot([], under: .standard).leaders.isEmpty)
    #expect(Ballot([], under: .standard).agreement == 0)
  }

  @Test("Equal answers are one by the rules, and keep the text that came first")
  func equality() {
    let ballot = Ballot(messages("4", "5", "4.0", "+4"), under: SwarmRules(["equality": .choice("numeric")]))
    #expect(ballot.candidates.map(\.content) == ["4", "5"])
    #expect(ballot.leaders.map(\.supporters.count) == [3])
  }

  @Test(
    "A tie goes to the first, to the more confident, or to whom the judge or a second vote prefers",
    arguments: [("first", "A"), ("confidence", "B"), ("judge", "B"), ("revote", "B")])
  func ties(rule: String, winner: String) throws {
    let run = try tie(rule)
    #expect(run.answer == Answer(winner, confidence: 0.5))
    let extra = ["judge": ["0 judge A,B"], "revote": ["0 answer A,B", "1 answer A,B"]]
    #expect(Array(described(run.requests).dropFirst(2)) == extra[rule] ?? [])
  }

  @Test("A drawn winner of a tie is the same each time, and not the same for all tasks")
  func drawnTies() throws {
    // Correct code draws the same letter 40 times once in 2³⁹ seeds.
    let winners = try (0..<40).map { try tie("random", task: $0).answer.content }
    #expect(try (0..<40).map { try tie("random", task: $0).answer.content } == winners)
    #expect(Set(winners) == ["A", "B"])
  }

  /// Two of three agents vote, A against B; asked again, both say B.
  private func tie(_ rule: String, task: Int = 0) throws -> ScriptedRun {
    try ScriptedRun.simulated(
      Collaborative(["voters": .integer(2)]), agents: 3, task: task,
      rules: SwarmRules(["tie_break": .choice(rule)])
    ) { request in
      if request.turn.instruction == .judge {
        var verdict = Completion(nil)
        verdict.judgement = .choice(1)
        return verdict
      }
      let isFirst = request.turn.agent.index == 0 && request.call == 0
      return Completion(isFirst ? "A" : "B", confidence: isFirst ? 0.4 : 0.6)
    }
  }
}

/// Messages of agents 0, 1, 2, … with these answers.
func messages(_ contents: String?...) -> [Message] {
  contents.enumerated().map { Message(author: AgentID($0), answer: Answer($1)) }
}
