import Agents
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Panel")
struct PanelTests {
  private func words(_ contents: String) -> [Message] {
    contents.enumerated().map { Message(author: AgentID($0), answer: Answer($1 == "-" ? nil : String($1))) }
  }

  /// The last agents of ten, as many as there are judges, and what they say.
  private struct Judges {
    var count = 1
    let say: @Sendable (Turn) -> Judgement?

    func asked<Outcome: Sendable>(
      _ body: @escaping @Sendable (Panel) async throws -> Outcome
    ) throws -> RuledRun<Outcome> {
      try RuledRun(agents: 10, script: letters(judging: say)) { episode in
        try await body(Panel(episode.agents.suffix(count), in: episode))
      }
    }
  }

  /// The place at which a content stands in what is read.
  private static func choose(_ content: String) -> @Sendable (Turn) -> Judgement? {
    { turn in turn.reading.firstIndex { $0.answer.content == content }.map { .choice($0) } }
  }

  @Test("Each judge reads all candidates with an answer, one place on from judge to judge")
  func turnedReadings() throws {
    let words = words("AB-C")
    let run = try Judges(count: 3, say: Self.choose("B")).asked { try await $0.best(of: words) }
    #expect(run.outcome == words[1])
    #expect(run.waves == [3])
    #expect(described(run.requests) == ["7 judge A,B,C", "8 judge B,C,A", "9 judge C,A,B"])
  }

  @Test("Most judges decide, by answers and not by messages; ties go to the earlier judge")
  func majority() throws {
    let words = words("ABBC")
    // The judges read ABBC, BBCA, BCAB.
    func best(_ choices: Int...) throws -> Message? {
      try Judges(count: choices.count) { .choice(choices[$0.agent.index - (10 - choices.count)]) }.asked {
        try await $0.best(of: words)
      }.outcome
    }
    #expect(try best(0, 3, 1)?.answer == "A")
    #expect(try best(0, 0, 3) == words[1])
    #expect(try best(2, 3) == words[2])
  }

  @Test("Judges who say nothing, or name a place that is not there, decide nothing; one candidate needs no judge")
  func silence() throws {
    let words = words("AB")
    #expect(try Judges { _ in nil }.asked { try await $0.best(of: words) }.outcome == nil)
    #expect(try Judges { _ in .choice(2) }.asked { try await $0.best(of: words) }.outcome == nil)
    #expect(try Judges { _ in .score(1) }.asked { try await $0.best(of: words) }.outcome == nil)
    #expect(
      try Judges(count: 2) { $0.agent.index == 8 ? nil : .choice(0) }.asked { try await $0.best(of: words) }.outcome?
        .answer
        == "B")
    let alone = self.words("-A-")
    let run = try Judges { _ in .choice(0) }.asked { try await $0.best(of: alone) }
    #expect(run.outcome == alone[1])
    #expect(run.account.calls == 0)
    #expect(try Judges { _ in .choice(0) }.asked { try await $0.best(of: []) }.outcome == nil)
  }

  @Test("The highest mean score wins; what is not scored counts not, and ties go to the first")
  func scores() throws {
    let words = words("AB-C")
    func best(_ scores: [String: [Double?]]) throws -> RuledRun<Message?> {
      try Judges(count: 2) { turn in
        (scores[turn.reading[0].answer.content ?? ""]?[turn.agent.index - 8]).flatMap { $0 }.map { .score($0) }
      }.asked { try await $0.highestScored(of: words) }
    }
    let run = try best(["A": [0.9, 0.1], "B": [0.4, 0.8], "C": [0.6, 0.6]])
    #expect(run.outcome?.answer == "B")
    #expect(run.waves == [6])
    #expect(described(run.requests).prefix(2) == ["8 score A", "9 score A"])
    #expect(try best(["A": [nil, nil], "B": [0, nil], "C": [0, 0]]).outcome?.answer == "B")
    #expect(try best([:]).outcome == nil)
  }

  @Test("More than half of the judges accept", arguments: [(1, 0, false), (1, 1, true), (2, 1, false), (3, 2, true)])
  func acceptance(judges: Int, approving: Int, accepted: Bool) throws {
    let words = words("A-")
    let run = try Judges(count: judges) { .approval($0.agent.index >= 10 - approving) }.asked {
      try await $0.verdicts(on: words)
    }
    #expect(run.outcome == [accepted, false])
    #expect(run.requests.count == judges)
  }

  @Test("In a tournament the best seed meets the worst, without a match where there are not enough for a bracket")
  func bracket() throws {
    func matches(_ seeds: String) throws -> [String] {
      let words = words(seeds)
      let run = try Judges { turn in
        // The better seed wins, wherever it stands.
        let place = turn.reading.indices.min { turn.reading[$0].author < turn.reading[$1].author }
        return place.map { .choice($0) }
      }.asked { try await $0.champion(of: words) }
      #expect(run.outcome?.answer.content == seeds.first.map(String.init))
      return run.requests.map { $0.turn.reading.compactMap(\.answer.content).joined() }
    }
    #expect(try matches("A") == [])
    #expect(try matches("AB") == ["AB"])
    #expect(try matches("ABC") == ["BC", "BA"])
    #expect(try matches("ABCDE") == ["DE", "DA", "BC", "BA"])
    #expect(try matches("ABCDEFGH") == ["AH", "GB", "CF", "ED", "AD", "CB", "AB"])
  }

  @Test("A tournament of n has n - 1 matches, the matches of a round at once", arguments: [2, 3, 6, 8, 13])
  func matches(count: Int) throws {
    let words = words(String("ABCDEFGHIJKLM".prefix(count)))
    let run = try Judges(count: 2) { _ in nil }.asked { try await $0.champion(of: words) }
    #expect(run.requests.count == 2 * (count - 1))
    // As many rounds as it takes to halve n down to one.
    #expect(run.waves.count == Int(Double(count - 1).exponent) + 1)
    // Nobody says anything: the better seeds go on.
    #expect(run.outcome == words[0])
  }

  @Test("The first accepted message is looked for in order, and nobody is asked after it")
  func firstAccepted() throws {
    let words = words("ABCD")
    let run = try Judges { .approval($0.reading[0].answer.content == "C") }.asked {
      try await $0.firstAccepted(of: words)
    }
    #expect(run.outcome == words[2])
    #expect(described(run.requests) == ["9 verify A", "9 verify B", "9 verify C"])
    #expect(try Judges { _ in .approval(false) }.asked { try await $0.firstAccepted(of: words) }.outcome == nil)
  }
}
