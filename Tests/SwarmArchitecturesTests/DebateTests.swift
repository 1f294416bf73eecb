import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Debate")
struct DebateTests {
  private func debate(_ debaters: Int, _ rounds: Int, _ given: [String: ParameterValue] = [:]) -> Debate {
    Debate(["debaters": .integer(debaters), "rounds": .integer(rounds)].merging(given) { $1 })
  }

  @Test(
    "N debaters make N calls in each of R rounds, or in R + 1 where exchanges are counted", arguments: [1, 3, 6],
    [1, 4])
  func calls(debaters: Int, rounds: Int) throws {
    let run = try RuledRun(debate(debaters, rounds), script: Completion.varied)
    #expect(run.waves == Array(repeating: debaters, count: rounds))
    let exchanges = try RuledRun(
      debate(debaters, rounds), rules: ["rounds_count": .choice("exchanges")], script: Completion.varied)
    #expect(exchanges.waves == Array(repeating: debaters, count: rounds + 1))
  }

  @Test("Each reads all earlier rounds, or the last one, own answers included")
  func reading() throws {
    let full = try RuledRun(debate(2, 3), script: letters("ABC", "abc"))
    #expect(
      described(full.requests) == [
        "0 answer", "1 answer", "0 answer A,a", "1 answer A,a", "0 answer A,a,B,b", "1 answer A,a,B,b",
      ])
    let last = try RuledRun(debate(2, 3), rules: ["context": .choice("last-round")], script: letters("ABC", "abc"))
    #expect(described(last.requests.suffix(2)) == ["0 answer B,b", "1 answer B,b"])
  }

  @Test("In a sparse debate each reads its neighbours, in a centralized one the first reads all and the others read it")
  func topologies() throws {
    let script = letters("A", "B", "C", "D", "E")
    let sparse = try RuledRun(debate(5, 2, ["topology": .choice("sparse")]), script: script)
    #expect(
      described(sparse.requests.suffix(5)) == [
        "0 answer A,B,E", "1 answer A,B,C", "2 answer B,C,D", "3 answer C,D,E", "4 answer A,D,E",
      ])
    let wide = try RuledRun(
      debate(5, 2, ["topology": .choice("sparse"), "neighbours": .integer(2)]), script: script)
    #expect(described(wide.requests.suffix(1)) == ["4 answer A,B,C,D,E"])
    let centralized = try RuledRun(debate(3, 2, ["topology": .choice("centralized")]), script: script)
    #expect(described(centralized.requests.suffix(3)) == ["0 answer A,B,C", "1 answer A,B", "2 answer A,C"])
  }

  @Test("The last round is put to the vote, and nothing before it; ties go to the first agent")
  func vote() throws {
    #expect(try RuledRun(Debate(), script: letters("AB", "AC", "AC")).outcome == Answer("C", confidence: 2.0 / 3))
    #expect(try RuledRun(Debate(), script: letters("A-", "AD", "AC")).outcome == Answer("D", confidence: 0.5))
  }

  @Test("The end is by vote, by the first debater, by the judge's choice, by confidence or by the judge's scores")
  func finals() throws {
    let script: ScriptedRun.Script = { request in
      let turn = request.turn
      switch turn.instruction {
      case .judge: return .saying(.choice(3))
      case .score: return .saying(.score(turn.reading[0].answer.content == "B" ? 0.9 : 0.8))
      default:
        let agent = turn.agent.index
        return Completion(["A", "B", "C", "D", "C"][agent], confidence: agent == 4 ? 0.9 : 0.5)
      }
    }
    func run(_ final: String) throws -> RuledRun<Answer> {
      try RuledRun(debate(5, 2, ["final": .choice(final)]), script: script)
    }
    #expect(try run("vote").outcome == Answer("C", confidence: 0.4))
    #expect(try run("first").outcome == Answer("A", confidence: 0.5))
    #expect(try run("confidence").outcome == Answer("C", confidence: 0.9))
    let judged = try run("judge")
    #expect(judged.outcome.content == "D")
    #expect(described(judged.requests).last == "5 judge A,B,C,D,C")
    let scored = try run("quality")
    #expect(scored.outcome.content == "B")
    #expect(scored.waves == [5, 5, 5])
  }

  @Test("A judge who is silent leaves the end to the vote", arguments: ["judge", "quality"])
  func silentJudge(final: String) throws {
    let run = try RuledRun(debate(3, 1, ["final": .choice(final)]), script: letters("A", "B", "B"))
    #expect(run.outcome == Answer("B", confidence: 2.0 / 3))
  }

  @Test("A conformist that said what most said keeps to it, and is asked all the same")
  func conformist() throws {
    let run = try RuledRun(
      debate(3, 3, ["behaviour": .choice("conformist")]), script: letters("AXY", "AXY", "BBA"))
    #expect(run.waves == [3, 3, 3])
    #expect(described(run.requests).last == "2 answer A,A,B,A,A,B")
    #expect(run.outcome == Answer("A", confidence: 1))
  }

  @Test("Followers say what most said in the last round: all of them, or none")
  func follower() throws {
    func answers(_ follow: Double) throws -> RuledRun<Answer> {
      try RuledRun(
        debate(3, 2, ["behaviour": .choice("follower"), "follow": .number(follow)]), script: letters("AX", "AY", "BY"))
    }
    #expect(try answers(1).outcome == Answer("A", confidence: 1))
    #expect(try answers(0).outcome == Answer("Y", confidence: 2.0 / 3))
  }

  // 1,000 debaters: 0.3 lies in the range of 4.8 standard errors but for a probability of 2e-6.
  @Test("A follower follows with its probability")
  func followers() throws {
    let run = try RuledRun(
      debate(1_000, 2, ["behaviour": .choice("follower")]), rules: ["context": .choice("last-round")]
    ) { Completion($0.turn.round == 0 ? "A" : "B") }
    #expect(run.outcome.content == "B")
    #expect(abs((run.outcome.confidence ?? 0) - 0.7) < 0.07)
  }

  @Test("Whose answer the verifier calls right keeps to it")
  func oracle() throws {
    let run = try RuledRun(
      debate(3, 3, ["behaviour": .choice("oracle")]),
      script: letters("ABA", "BCD", "B-A") { turn in
        .approval(turn.reading[0].answer.content == "A")
      })
    #expect(run.waves == [3, 3, 3, 2, 3])
    #expect(described(run.requests[3..<6].map(\.self)) == ["3 verify A", "3 verify B", "3 verify B"])
    #expect(described(run.requests).last == "2 answer A,B,B,A,C,-")
    #expect(run.outcome == Answer("A", confidence: 2.0 / 3))
  }

  @Test("Agreement and the budget end it early")
  func early() throws {
    let settled = try RuledRun(
      debate(3, 5, ["behaviour": .choice("oracle")]), rules: ["early_stop": .number(0.6)],
      script: letters("A", "A", "B"))
    #expect(settled.waves == [3])
    let spent = try RuledRun(debate(3, 5), budget: EpisodeBudget(calls: 5), script: letters("AX", "BX", "BX"))
    #expect(spent.account.calls == 5)
    #expect(spent.outcome == Answer("X", confidence: 2.0 / 3))
  }

  @Test("Presets set what the papers set")
  func presets() throws {
    #expect(
      Debate.presets.map(\.name) == [
        "choi-2025-centralized", "choi-2025-conformist", "choi-2025-decentralized", "choi-2025-follower",
        "choi-2025-oracle", "choi-2025-sparse", "du-2023", "du-2023-gsm8k-scorer",
      ])
    func run(_ name: String, _ words: String...) throws -> RuledRun<Answer> {
      let preset = try #require(Debate.presets.first { $0.name == name })
      let contents = words.map { $0.map(String.init) }
      return try RuledRun(Debate(preset.parameters), rules: preset.rules) { request in
        let content = contents[request.turn.agent.index % contents.count][request.turn.round]
        return Completion(content == "-" ? nil : content)
      }
    }
    #expect(try run("du-2023", "AB", "AC", "A-").waves == [3, 3])
    #expect(try run("du-2023", "AB", "A-", "A-").outcome.content == "B")
    #expect(try run("du-2023-gsm8k-scorer", "AB", "A-", "A-").outcome.content == nil)
    let decentralized = try run("choi-2025-decentralized", "ABC")
    #expect(decentralized.waves == [5, 5, 5])
    #expect(described(decentralized.requests).last == "4 answer B,B,B,B,B")
    let centralized = try run("choi-2025-centralized", "ABC", "ABD", "ABD", "ABD", "ABD")
    #expect(centralized.outcome.content == "C")
    #expect(described(centralized.requests).last == "4 answer B,B")
    #expect(try run("choi-2025-sparse", "ABC").requests.last?.turn.reading.count == 3)
  }
}
