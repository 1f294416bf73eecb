import Agents
import RandomStreams
import RunRecords
import SimulationKernel
import SwarmArchitectures
import TestSupport
import Testing

/// One task solved against a script under given rules and a given budget, where every call takes a second.
struct PlayedTask {
  typealias Script = @Sendable (CompletionRequest) -> Completion

  let answer: Answer
  let account: EpisodeAccount
  let requests: [CompletionRequest]
  /// How many calls were made together, wave after wave.
  let waves: [Int]

  /// - Parameters:
  ///   - task: Its index, which the draws of the rules depend on.
  ///   - failing: Whose calls fail.
  init(
    _ architecture: any SwarmArchitecture, rules: SwarmRules = .standard, budget: EpisodeBudget = .unlimited,
    task: Int = 0, failing: @escaping @Sendable (AgentID) -> Bool = { _ in false }, script: @escaping Script
  ) throws {
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let seconds = Recorder<Double>()
    let backend = ScriptedBackend(script) { request in
      seconds.record(clock.now.seconds)
      try await clock.sleep(for: .seconds(1))
      if failing(request.turn.agent) { throw CompletionFailure.timeout }
    }
    let episode = Episode(
      task: SwarmTask(index: task), agentCount: architecture.agentsNeeded, backend: backend, rules: rules,
      budget: budget)
    answer = try simulation.run { try await architecture.solve(episode) }
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

  /// Agents that answer with a letter each, always the same, in the order of the letters given.
  static func letters(_ letters: String, _ judgement: @escaping @Sendable (Turn) -> Judgement? = { _ in nil }) -> Script
  {
    let contents = letters.map { $0 == "-" ? nil : String($0) }
    return { request in
      let turn = request.turn
      if let judgement = judgement(turn) { return Completion(judging: judgement) }
      return Completion(turn.instruction == .plan ? nil : contents[turn.agent.index % contents.count])
    }
  }
}

extension Completion {
  /// A completion that says something about what was read.
  init(judging judgement: Judgement) {
    self.init(nil, prompt: 100, completion: 1)
    self.judgement = judgement
  }
}

extension CompletionRequest {
  /// The contents read, in short.
  var read: String { turn.reading.map { $0.answer.content ?? "-" }.joined() }
}
