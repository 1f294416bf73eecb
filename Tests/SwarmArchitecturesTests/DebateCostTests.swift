import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

/// Costs as declared, beside the account of a run in which nothing fails and nothing ends early.
@Suite("Cost of debates")
struct DebateCostTests {
  /// Prompts of 700 tokens and answers of 150, whoever reads and writes them.
  private static let script: ScriptedRun.Script = { request in
    let read = request.turn.reading.reduce(0) { $0 + $1.tokens.value }
    return Completion("A", prompt: 700 + read, completion: 150)
  }

  @Test(
    "N debaters make N R calls and read N (R P + N L R (R - 1) / 2) tokens, N (R P + (R - 1) N L) with the last round",
    arguments: [(3, 2), (2, 4), (5, 3), (1, 3), (7, 1)])
  func formula(debaters: Int, rounds: Int) throws {
    let (n, r, p, l) = (debaters, rounds, 700, 150)
    let debate = Debate(["debaters": .integer(n), "rounds": .integer(r)])
    for (context, tokens) in [
      ("full", n * (r * p + n * l * r * (r - 1) / 2)), ("last-round", n * (r * p + (r - 1) * n * l)),
    ] {
      let run = try RuledRun(debate, rules: ["context": .choice(context)], script: Self.script)
      #expect(run.account.calls == n * r)
      #expect(run.account.usage == TokenUsage(prompt: TokenCount(tokens), completion: TokenCount(n * r * l)))
      let cost = debate.cost(under: SwarmRules(["context": .choice(context)]))
      #expect(cost.promptTokens(prompt: 700, answer: 150) == Double(tokens))
      #expect(cost.completionTokens(answer: 150) == Double(n * r * l))
      let others = context == "full" ? n * (n - 1) * r * (r - 1) / 2 : n * (n - 1) * (r - 1)
      #expect(run.account.messagesRead == others)
    }
  }

  @Test(
    "The cost is what is taken, in every context, order and topology",
    arguments: ["full", "last-round", "summary"], ["synchronous", "sequential", "random"])
  func rules(context: String, order: String) throws {
    let rules: [String: ParameterValue] = ["context": .choice(context), "order": .choice(order)]
    for topology in ["all", "sparse", "centralized"] {
      for (debaters, rounds) in [(1, 3), (2, 2), (5, 1), (5, 4), (6, 5)] {
        let debate = Debate([
          "debaters": .integer(debaters), "rounds": .integer(rounds), "topology": .choice(topology),
        ])
        let run = try RuledRun(debate, rules: rules, script: Self.script)
        #expect(run.cost == debate.cost(under: SwarmRules(rules)), "\(topology), \(debaters) × \(rounds)")
      }
    }
  }

  @Test(
    "The cost is what is taken, with every behaviour and every end",
    arguments: ["plain", "conformist", "follower", "oracle"], ["vote", "first", "judge", "confidence", "quality"])
  func behaviours(behaviour: String, final: String) throws {
    let debate = Debate([
      "debaters": .integer(4), "rounds": .integer(3), "behaviour": .choice(behaviour), "final": .choice(final),
    ])
    let run = try RuledRun(debate, script: Self.script)
    #expect(run.cost == debate.cost(under: .standard))
    #expect(Set(run.requests.map(\.turn.agent)).count == debate.agentsNeeded)
  }

  @Test("Exchanges cost one round more than answers")
  func exchanges() throws {
    let rules: [String: ParameterValue] = ["rounds_count": .choice("exchanges")]
    for debate: any SwarmArchitecture in [Debate(), JudgedDebate()] {
      let run = try RuledRun(debate, rules: rules, script: Self.script)
      #expect(run.cost == debate.cost(under: SwarmRules(rules)))
    }
  }

  @Test(
    "A judged debate costs 3 calls a round, and 1 or 2 for the judge", arguments: [1, 2, 3, 5],
    ["full", "last-round", "summary"])
  func judged(rounds: Int, context: String) throws {
    for (evidence, extract) in [("first", true), ("last", false), ("all", true)] {
      let debate = JudgedDebate([
        "rounds": .integer(rounds), "judge_reads": .choice(evidence), "extract": .flag(extract),
      ])
      let rules: [String: ParameterValue] = ["context": .choice(context)]
      let run = try RuledRun(debate, rules: rules, script: Self.script)
      #expect(run.cost == debate.cost(under: SwarmRules(rules)))
      let retellings = context == "summary" ? max(0, rounds - 2) : 0
      #expect(run.account.calls == 3 * rounds + (extract ? 2 : 1) + retellings)
    }
  }
}
