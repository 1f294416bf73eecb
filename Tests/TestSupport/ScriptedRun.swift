public import Agents
import SimulationKernel
public import SwarmArchitectures

/// One task solved by an architecture against a script: what came out, and who was asked.
public struct ScriptedRun: Sendable {
  /// What every call answers; it must depend on the request alone.
  public typealias Script = @Sendable (CompletionRequest) -> Completion

  public let answer: Answer
  public let account: EpisodeAccount
  /// In the order in which the calls came, which in the world outside is up to the machine.
  public let requests: [CompletionRequest]
  /// How many calls were made together, wave after wave.
  public let waves: [Int]

  /// Plays in simulated time, where every call takes one second: what is asked in the same second is one wave.
  ///
  /// - Parameters:
  ///   - agents: The size of the swarm; as many as are needed where it is left out.
  ///   - strengths: `[agent]`: how good each is known to be, as a logit; 0 for those beyond.
  public static func simulated(
    _ architecture: any SwarmArchitecture, agents: Int? = nil, task: Int = 0,
    structure: TaskStructure = .undivided, rules: SwarmRules = .standard, budget: EpisodeBudget = .unlimited,
    strengths: [Double] = [], script: @escaping Script
  ) throws -> ScriptedRun {
    let simulation = ProcessSimulation()
    let clock = simulation.clock
    let seconds = Recorder<Double>()
    let backend = ScriptedBackend(script, strengths: strengths) { _ in
      seconds.record(clock.now.seconds)
      try await clock.sleep(for: .seconds(1))
    }
    let episode = Episode(
      task: SwarmTask(index: task, structure: structure), agentCount: agents ?? architecture.agentsNeeded,
      backend: backend, rules: rules, budget: budget)
    let answer = try simulation.run { try await architecture.solve(episode) }
    let starts = seconds.values
    let waves = Set(starts).sorted().map { start in starts.count { $0 == start } }
    return ScriptedRun(answer: answer, account: episode.account, requests: backend.requests, waves: waves)
  }

  /// Plays in the world outside, where the calls of each wave wait for each other; so it ends only if they are made
  /// concurrently.
  ///
  /// - Parameter waves: As a simulated run of the same script had them.
  public static func concurrent(
    _ architecture: any SwarmArchitecture, waves: [Int], task: Int = 0, rules: SwarmRules = .standard,
    script: @escaping Script
  ) async throws -> ScriptedRun {
    let rendezvous = Rendezvous(waves: waves)
    let backend = ScriptedBackend(script) { _ in try await rendezvous.meet() }
    let episode = Episode(
      task: SwarmTask(index: task), agentCount: architecture.agentsNeeded, backend: backend, rules: rules)
    let answer = try await architecture.solve(episode)
    let met = Array(waves.prefix(rendezvous.completedWaves))
    return ScriptedRun(answer: answer, account: episode.account, requests: backend.requests, waves: met)
  }
}

extension Completion {
  /// Answers, confidences and lengths that vary with task, agent and call, and look random; a plan is no answer,
  /// and who is to judge does that alone.
  public static func varied(_ request: CompletionRequest) -> Completion {
    var hash = UInt64(request.task.index) << 40 | UInt64(request.turn.agent.index) << 20 | UInt64(request.call)
    // The finalizer of MurmurHash3.
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    hash ^= hash >> 33
    let read = request.turn.reading.reduce(0) { $0 + $1.tokens.value }
    let judgement = judgement(of: request, hash >> 24)
    let isAnswer = judgement == nil && request.turn.instruction != .plan && request.turn.instruction != .summarize
    var completion = Completion(
      isAnswer ? ["A", "B", "C"][Int(hash % 3)] : nil, confidence: isAnswer ? Double((hash >> 8) % 21) / 20 : nil,
      prompt: 100 + read, completion: 10 + Int((hash >> 16) % 50))
    completion.judgement = judgement
    return completion
  }

  private static func judgement(of request: CompletionRequest, _ hash: UInt64) -> Judgement? {
    switch request.turn.instruction {
    case .judge: .choice(Int(hash % UInt64(max(1, request.turn.reading.count))))
    case .score, .bid: .score(Double(hash % 11) / 10)
    case .verify: .approval(hash % 3 > 0)
    // Those who vary have settled nothing.
    case .moderate: .approval(false)
    case .rank: .ranking([["A", "B", "C"], ["B", "C"], ["C", "A"]][Int(hash % 3)])
    case .answer, .reflect, .plan, .merge, .oppose, .summarize: nil
    }
  }
}
