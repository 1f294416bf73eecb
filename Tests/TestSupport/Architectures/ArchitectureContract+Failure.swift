import Agents
import RunRecords
import SimulationKernel
import SwarmArchitectures
import Testing

extension ArchitectureContract {
  private struct Breakdown: Error {}

  /// With an agent that always fails, in each way and under each rule about that, it ends.
  public func expectFailuresBorne() throws {
    for (number, failure) in CompletionFailure.allCases.enumerated() {
      for rule in SwarmRules.Failure.allCases {
        let broken = number % 2 == 0 ? 0 : architecture.agentsNeeded - 1
        let rules = subject.rules(["failure": .choice(rule.rawValue)])
        let run = try ContractRun.play(architecture, rules: rules) { request in
          request.turn.agent.index == broken ? Completion(failure) : Completion.agreeing(request)
        }
        #expect(run.answer.content == "A" || run.answer.content == nil, "\(failure) under \(rule)")
      }
    }
  }

  /// Where all agents always fail, it ends without an answer.
  public func expectCollapse() throws {
    for rule in SwarmRules.Failure.allCases {
      for failure in [CompletionFailure.timeout, .budget] {
        let rules = subject.rules(["failure": .choice(rule.rawValue)])
        let run = try ContractRun.play(architecture, rules: rules) { _ in Completion(failure) }
        #expect(run.answer.content == nil, "\(failure) under \(rule)")
      }
    }
  }

  /// Where no answer can be read, there is none, whatever the rules make of that.
  public func expectNoAnswerFromNone() throws {
    for rule in SwarmRules.Unparseable.allCases {
      let rules = subject.rules(["unparseable": .choice(rule.rawValue)])
      let run = try ContractRun.play(architecture, rules: rules, script: Completion.unreadable)
      #expect(run.answer.content == nil, "\(rule)")
    }
  }

  /// Where no two answers are the same, it ends under every rule about ties, and in the same way each time.
  public func expectTiesBroken() throws {
    for rule in SwarmRules.TieBreak.allCases {
      let rules = subject.rules(["tie_break": .choice(rule.rawValue)])
      let runs = try (0..<2).map { _ in
        try ContractRun.play(
          architecture, agents: architecture.agentsNeeded + 3, rules: rules, script: Completion.disagreeing)
      }
      #expect(runs[0] == runs[1], "\(rule)")
    }
  }

  /// A task without a text, answered without one, is a task: it takes no tokens and has an answer.
  public func expectEmptyPrompt() throws {
    let run = try ContractRun.play(architecture, rules: rules) { request in
      var completion = Completion.agreeing(request)
      completion.usage = TokenUsage()
      completion.length = .zero
      return completion
    }
    #expect(run.answer.content == "A")
    #expect(run.account.usage.total == .zero)
    #expect(run.account.calls > 0)
  }

  /// Cancelled at any time, it ends at that time with `CancellationError` and leaves nothing running.
  public func expectCancellable() throws {
    let whole = try ContractRun.play(architecture, rules: rules, script: Completion.varied)
    for share in [0.05, 0.5, 0.95] {
      let simulation = ProcessSimulation()
      let (clock, architecture) = (simulation.clock, architecture)
      let episode = episode(FrugalBackend(in: simulation, Completion.varied))
      let time = SimulationTime(seconds: share * whole.seconds)
      #expect(throws: CancellationError.self) {
        try simulation.run {
          try await withThrowingTaskGroup(of: Answer.self) { group in
            group.addTask { try await architecture.solve(episode) }
            try await clock.sleep(until: time)
            group.cancelAll()
            for try await _ in group {}
          }
        }
      }
      #expect(clock.now == time)
      #expect(simulation.processCount == 0)
    }
  }

  /// An error that is no failure of a call reaches the caller; no call is made after it, and nothing is left running.
  public func expectErrorsPassed() throws {
    let whole = try ContractRun.play(architecture, rules: rules, script: Completion.varied)
    for place in Set([0, whole.calls.count / 2, whole.calls.count - 1]).sorted() {
      let fatal = whole.calls[place].request
      let simulation = ProcessSimulation()
      let backend = FrugalBackend(in: simulation) { request in
        guard request == fatal else { return Completion.varied(request) }
        throw Breakdown()
      }
      let (architecture, episode) = (architecture, episode(backend))
      #expect(throws: Breakdown.self) { try simulation.run { try await architecture.solve(episode) } }
      #expect(simulation.processCount == 0)
      #expect(backend.starts.allSatisfy { $0.seconds <= simulation.now.seconds })
      #expect(backend.starts.count <= whole.calls.count)
    }
  }

  private func episode(_ backend: any Backend) -> Episode {
    Episode(task: SwarmTask(index: 0), agentCount: architecture.agentsNeeded, backend: backend, rules: rules)
  }
}
