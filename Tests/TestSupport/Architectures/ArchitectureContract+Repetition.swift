public import Agents
import RunRecords
import SwarmArchitectures
import Testing

extension ArchitectureContract {
  /// The same seed gives the same answers in the same order of events; another replication is another run.
  public func expectReproducible(_ profile: ProfilePreset) throws {
    let runs = try [0, 0, 1].map { replication in
      try (0..<2).map { try WorkerRun.play(architecture, profile, task: $0, replication: replication, rules: rules) }
    }
    #expect(runs[0] == runs[1])
    #expect(runs[0] != runs[2])
  }

  /// It works whoever speaks when, whatever is remembered and whatever is seen, and in the same way each time.
  public func expectRulesOfSpeech() throws {
    let orders = SwarmRules.Order.allCases
    let contexts = SwarmRules.Context.allCases
    for (place, visibility) in (SwarmRules.Visibility.allCases + SwarmRules.Visibility.allCases).enumerated() {
      for context in contexts {
        let rules = subject.rules([
          "order": .choice(orders[(place + contexts.count) % orders.count].rawValue),
          "context": .choice(context.rawValue), "visibility": .choice(visibility.rawValue),
        ])
        let agreeing = try ContractRun.play(architecture, rules: rules, script: Completion.agreeing)
        #expect(agreeing.answer.content == "A")
        let runs = try (0..<2).map { _ in
          try ContractRun.play(architecture, rules: rules, script: Completion.varied)
        }
        #expect(runs[0] == runs[1])
      }
    }
  }

  /// On the wall clock, with calls that really overlap and end in another order, it solves as in simulated time.
  public func expectSameOnWallClock() async throws {
    for task in 0..<3 {
      let simulated = try ScriptedRun.simulated(architecture, task: task, rules: rules, script: Completion.varied)
      let real = try await ScriptedRun.concurrent(
        architecture, waves: simulated.waves, task: task, rules: rules, script: Completion.varied)
      #expect(real.answer == simulated.answer)
      #expect(real.account == simulated.account)
      #expect(real.waves == simulated.waves)
      let isSame = Set(real.requests) == Set(simulated.requests)
      #expect(isSame, "task \(task) is asked about in another way")
    }
  }
}
