import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

/// Debates and competitions under all rules, with agents who fail, are silent, or say nothing to the point.
@Suite("Debates under hardship")
struct DebateHardshipTests {
  private static let architectures: [any SwarmArchitecture] = {
    var all: [any SwarmArchitecture] = [Auction(["winners": .integer(3)])]
    for select in ["confidence", "judge", "score", "tournament", "verifier"] {
      all.append(Competitive(["select": .choice(select), "judges": .integer(2)]))
    }
    for (behaviour, final) in [
      ("conformist", "vote"), ("follower", "first"), ("oracle", "confidence"), ("plain", "judge"), ("plain", "quality"),
    ] {
      for topology in ["all", "sparse", "centralized"] {
        all.append(
          Debate([
            "debaters": .integer(5), "rounds": .integer(3), "behaviour": .choice(behaviour), "final": .choice(final),
            "topology": .choice(topology),
          ]))
      }
    }
    for reads in ["first", "last", "all"] { all.append(JudgedDebate(["judge_reads": .choice(reads)])) }
    return all
  }()

  /// A number below 10 that looks random, of a call.
  private static func luck(_ request: CompletionRequest) -> Int {
    (request.turn.agent.index &* 7919 &+ request.call &* 104_729 &+ request.task.index &* 1_299_709) % 101 % 10
  }

  /// Judges name places that are not there, or say something else than they were asked for.
  private static let hard: ScriptedRun.Script = { request in
    var completion = Completion(luck(request) < 4 ? nil : "A\(luck(request) % 3)", confidence: 0.5)
    completion.judgement =
      [nil, .choice(luck(request) - 2), .score(0.5), .approval(luck(request) > 7)][luck(request) % 4]
    return completion
  }

  struct Setting {
    let context, order, unparseable, failure: String
  }

  private static let settings = [
    Setting(context: "full", order: "synchronous", unparseable: "drop", failure: "reassign"),
    Setting(context: "last-round", order: "sequential", unparseable: "wrong", failure: "substitute"),
    Setting(context: "summary", order: "random", unparseable: "retry", failure: "retry"),
  ]

  @Test(
    "Whatever the rules, a budget holds, the same seed gives the same answer, and it is one that was given",
    arguments: ["first", "random", "confidence", "judge", "revote"], settings)
  func rules(tieBreak: String, setting: Setting) throws {
    let rules: [String: ParameterValue] = [
      "tie_break": .choice(tieBreak), "failure": .choice(setting.failure), "context": .choice(setting.context),
      "order": .choice(setting.order), "unparseable": .choice(setting.unparseable), "early_stop": .number(0.9),
    ]
    for (task, architecture) in Self.architectures.enumerated() {
      for calls in [7, 1_000] {
        let runs = try (0..<2).map { _ in
          try RuledRun(
            architecture, rules: rules, budget: EpisodeBudget(calls: calls), task: task,
            failing: { Self.luck($0) == 3 }, script: Self.hard)
        }
        #expect(runs[0].account.calls <= calls)
        #expect(runs[0].outcome == runs[1].outcome)
        #expect(runs[0].requests == runs[1].requests)
        #expect(["A0", "A1", "A2", nil].contains(runs[0].outcome.content))
      }
    }
  }

  @Test("Where every call fails, or nobody has an answer, there is none", arguments: [true, false])
  func silence(fails: Bool) throws {
    for architecture in Self.architectures {
      let run = try RuledRun(architecture, failing: { _ in fails }, script: { _ in Completion(nil) })
      #expect(run.outcome.content == nil)
    }
  }

  @Test("Where one agent always fails, the answer of the others stands", arguments: 0..<4)
  func oneFails(agent: Int) throws {
    for architecture in Self.architectures where !(architecture is Auction) {
      let run = try RuledRun(architecture, failing: { $0.turn.agent.index == agent }, script: { _ in Completion("A") })
      #expect(run.outcome.content == "A")
    }
  }
}
