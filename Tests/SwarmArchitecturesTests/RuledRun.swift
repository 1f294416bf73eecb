import Agents
import RunRecords
import SimulationKernel
import SwarmArchitectures
import TestSupport

/// Something done with agents who answer by a script, under given rules; every call takes one simulated second.
struct RuledRun<Outcome: Sendable> {
  let outcome: Outcome
  let account: EpisodeAccount
  let requests: [CompletionRequest]
  /// How many calls were made together, wave after wave.
  let waves: [Int]

  /// - Parameter failing: Which calls fail.
  init(
    agents: Int, rules: [String: ParameterValue] = [:], budget: EpisodeBudget = .unlimited, task: Int = 0,
    failing: @escaping @Sendable (CompletionRequest) -> Bool = { _ in false }, script: @escaping ScriptedRun.Script,
    _ body: @escaping @Sendable (Episode) async throws -> Outcome
  ) throws {
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let seconds = Recorder<Double>()
    let backend = ScriptedBackend(script) { request in
      seconds.record(clock.now.seconds)
      try await clock.sleep(for: .seconds(1))
      if failing(request) { throw CompletionFailure.timeout }
    }
    let episode = Episode(
      task: SwarmTask(index: task), agentCount: agents, backend: backend, rules: SwarmRules(rules), budget: budget)
    outcome = try simulation.run { try await body(episode) }
    account = episode.account
    requests = backend.requests
    let starts = seconds.values
    waves = Set(starts).sorted().map { start in starts.count { $0 == start } }
  }

  /// What was really taken, in the terms of a cost.
  var cost: ArchitectureCost {
    let short: Set<Instruction> = [.rank, .judge, .score, .verify, .moderate, .bid]
    return ArchitectureCost(
      calls: Double(account.calls), readings: Double(requests.reduce(0) { $0 + $1.turn.reading.count }),
      completions: Double(requests.count { !short.contains($0.turn.instruction) }))
  }
}

extension RuledRun where Outcome == Answer {
  init(
    _ architecture: any SwarmArchitecture, rules: [String: ParameterValue] = [:], budget: EpisodeBudget = .unlimited,
    task: Int = 0, failing: @escaping @Sendable (CompletionRequest) -> Bool = { _ in false },
    script: @escaping ScriptedRun.Script
  ) throws {
    try self.init(
      agents: architecture.agentsNeeded, rules: rules, budget: budget, task: task, failing: failing, script: script
    ) { try await architecture.solve($0) }
  }
}

extension Completion {
  /// A completion that says something about what was read.
  static func saying(_ judgement: Judgement?) -> Completion {
    var completion = Completion(nil, completion: 1)
    completion.judgement = judgement
    return completion
  }
}

/// Agents who answer with the letters of a word, one a round, `-` for none; whoever judges says what is given.
func letters(
  _ words: String..., judging: @escaping @Sendable (Turn) -> Judgement? = { _ in nil }
) -> ScriptedRun.Script {
  let answers = words.map { word in word.map { $0 == "-" ? nil : String($0) } }
  return { request in
    let turn = request.turn
    switch turn.instruction {
    case .answer, .oppose:
      let isKnown = turn.agent.index < answers.count && turn.round < answers[turn.agent.index].count
      return Completion(isKnown ? answers[turn.agent.index][turn.round] : nil)
    case .summarize: return Completion(nil)
    default: return .saying(judging(turn))
    }
  }
}
