import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Competitive")
struct CompetitiveTests {
  private func competition(
    _ contenders: Int, _ select: String = "confidence", judges: Int = 1, contender: NestedArchitecture? = nil
  ) -> Competitive {
    var given: [String: ParameterValue] = [
      "contenders": .integer(contenders), "select": .choice(select), "judges": .integer(judges),
    ]
    if let contender { given["contender"] = .architecture(contender) }
    return Competitive(given)
  }

  /// Contenders with answers and confidences, and what judges say.
  private func script(
    _ answers: [(String?, Double?)], _ judging: @escaping @Sendable (Turn) -> Judgement? = { _ in nil }
  ) -> ScriptedRun.Script {
    { request in
      guard request.turn.instruction == .answer else { return .saying(judging(request.turn)) }
      let (content, confidence) = answers[request.turn.agent.index]
      return Completion(content, confidence: confidence)
    }
  }

  private static let four: [(String?, Double?)] = [("A", 0.8), ("B", 0.95), (nil, 1), ("C", 0.9)]

  @Test("Every contender answers once, all at once, and reads nothing", arguments: [1, 5, 30])
  func calls(contenders: Int) throws {
    let run = try ScriptedRun.simulated(competition(contenders), script: Completion.varied)
    #expect(run.waves == [contenders])
    #expect(described(run.requests) == (0..<contenders).map { "\($0) answer" })
    #expect(run.account.messagesRead == 0)
  }

  @Test("The most confident answer wins, not the most frequent; ties go to the first agent")
  func confidence() throws {
    let run = try RuledRun(
      competition(4), script: script([("A", 0.8), ("B", 0.95), ("C", 0.95), ("A", 0.9)]))
    #expect(run.outcome == Answer("B", confidence: 0.95))
  }

  @Test("A judge reads the answers in the order of the agents, and its choice wins as it was stated")
  func judge() throws {
    let run = try RuledRun(competition(4, "judge"), script: script(Self.four) { _ in .choice(2) })
    #expect(run.outcome == Answer("C", confidence: 0.9))
    #expect(run.waves == [4, 1])
    #expect(described(run.requests).last == "4 judge A,B,C")
  }

  @Test("Scores decide where judges score, each answer being scored by each judge")
  func score() throws {
    let run = try RuledRun(
      competition(4, "score", judges: 2),
      script: script(Self.four) { .score($0.reading[0].answer.content == "A" ? 0.7 : 0.6) })
    #expect(run.outcome.content == "A")
    #expect(run.waves == [4, 6])
  }

  @Test("A tournament seeds by confidence, and the last two meet the winner of the rest")
  func tournament() throws {
    let run = try RuledRun(
      competition(4, "tournament"),
      script: script(Self.four) { turn in
        turn.reading.firstIndex { $0.answer.content == "A" }.map { .choice($0) } ?? .choice(0)
      })
    // Seeds B, C, A: the last two meet first, then the winner and B, the other way round.
    #expect(described(run.requests).suffix(2) == ["4 judge C,A", "4 judge A,B"])
    #expect(run.outcome.content == "A")
  }

  @Test("A verifier is asked about the surest answer first, and the first that it accepts wins")
  func verifier() throws {
    let run = try RuledRun(
      competition(4, "verifier"),
      script: script(Self.four) { .approval($0.reading[0].answer.content != "B") })
    #expect(described(run.requests).suffix(2) == ["4 verify B", "4 verify C"])
    #expect(run.outcome == Answer("C", confidence: 0.9))
  }

  @Test(
    "Where judges say nothing or accept nothing, the surest wins",
    arguments: ["judge", "score", "tournament", "verifier"])
  func fallback(select: String) throws {
    #expect(try RuledRun(competition(4, select), script: script(Self.four)).outcome.content == "B")
    let refused = script(Self.four) { _ in .approval(false) }
    #expect(try RuledRun(competition(4, select), script: refused).outcome.content == "B")
  }

  @Test(
    "When the budget ends with the contenders, the surest of those who answered wins",
    arguments: ["judge", "score", "tournament", "verifier"], [1, 4])
  func budget(select: String, calls: Int) throws {
    let run = try RuledRun(
      competition(4, select), budget: EpisodeBudget(calls: calls), script: script(Self.four) { _ in .choice(0) })
    #expect(run.account.calls == calls)
    #expect(run.outcome.content == (calls == 1 ? "A" : "B"))
  }

  @Test(
    "The cost is what is taken", arguments: ["confidence", "judge", "score", "tournament", "verifier"],
    [(1, 1), (2, 3), (7, 2)])
  func cost(select: String, size: (contenders: Int, judges: Int)) throws {
    let competition = competition(size.contenders, select, judges: size.judges)
    let run = try RuledRun(competition) { request in
      request.turn.instruction == .answer ? Completion("A") : .saying(.approval(false))
    }
    #expect(run.cost == competition.cost(under: .standard))
    #expect(Set(run.requests.map(\.turn.agent)).count == competition.agentsNeeded)
  }

  @Test("A contender may be a team, whose answer competes")
  func nested() throws {
    let team = NestedArchitecture("collaborative", given: ["voters": .integer(3)])
    let competition = competition(2, "judge", contender: team)
    #expect(competition.agentsNeeded == 7)
    let run = try RuledRun(competition, script: letters("A", "B", "B", "C", "C", "C") { _ in .choice(1) })
    #expect(run.outcome == Answer("C", confidence: 1))
    #expect(described(run.requests).last == "6 judge B,C")
    #expect(run.cost == competition.cost(under: .standard))
  }
}
