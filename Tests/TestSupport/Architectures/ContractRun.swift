public import Agents
public import SimulationKernel
public import SwarmArchitectures
import Testing

/// One task solved in simulated time by a scripted swarm: what came out, and what it took.
public struct ContractRun: Sendable {
  public let answer: Answer
  public let account: EpisodeAccount
  /// The calls in the order in which they ended.
  public let calls: [FrugalBackend.Call]
  /// Seconds from the start to the answer.
  public let seconds: Double
  public let fingerprint: Fingerprint

  /// Plays, and checks what holds for every run: each call is in the account, nobody beyond the agents needed is asked,
  /// no process is left, and the answer is one that somebody gave.
  ///
  /// - Parameter agents: The size of the swarm; as many as are needed where it is left out.
  public static func play(
    _ architecture: any SwarmArchitecture, agents: Int? = nil, task: SwarmTask = SwarmTask(index: 0),
    rules: SwarmRules = .standard, budget: EpisodeBudget = .unlimited, script: @escaping FrugalBackend.Script
  ) throws -> ContractRun {
    let simulation = ProcessSimulation()
    let backend = FrugalBackend(in: simulation, script)
    let episode = Episode(
      task: task, agentCount: agents ?? architecture.agentsNeeded, backend: backend, rules: rules, budget: budget)
    let answer = try simulation.run { try await architecture.solve(episode) }
    let run = ContractRun(
      answer: answer, account: episode.account, calls: backend.calls, seconds: simulation.now.seconds,
      fingerprint: simulation.fingerprint)
    #expect(simulation.processCount == 0)
    #expect(run.account.calls == run.calls.count)
    #expect(run.calls.allSatisfy { $0.request.turn.agent.index < architecture.agentsNeeded })
    if task.structure.count == 1 { run.expectGivenAnswer() }
    return run
  }

  /// No swarm knows what none of its agents said.
  private func expectGivenAnswer() {
    guard let content = answer.content else { return }
    let isGiven = calls.contains { call in
      if case .ranking(let order) = call.completion.judgement, order.contains(content) { return true }
      return call.completion.answer.content == content
    }
    #expect(isGiven, "nobody gave the answer \(content)")
  }
}

extension ContractRun: Equatable {
  public static func == (lhs: ContractRun, rhs: ContractRun) -> Bool {
    lhs.answer == rhs.answer && lhs.account == rhs.account && lhs.fingerprint == rhs.fingerprint
      && lhs.calls.map(\.request) == rhs.calls.map(\.request)
  }
}
