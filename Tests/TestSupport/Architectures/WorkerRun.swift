import Agents
import RandomStreams
import SimulationKernel
import SwarmArchitectures
import Testing

/// One task solved in simulated time by stochastic workers at a service that takes two calls at once.
struct WorkerRun: Equatable {
  let answer: Answer
  let account: EpisodeAccount
  /// Seconds from the start to the answer.
  let seconds: Double
  let fingerprint: Fingerprint

  static func play(
    _ architecture: any SwarmArchitecture, _ profile: ProfilePreset, task: Int = 0, replication: Int = 0,
    rules: SwarmRules = .standard, budget: EpisodeBudget = .unlimited
  ) throws -> WorkerRun {
    let simulation = ProcessSimulation()
    let streams = StreamFamily(rootSeed: 1, replication: replication)
    let cast = casts[profile.name] ?? cast(of: profile)
    let backend = ProfileBackend(
      cast, questions: LetterQuestions(streams: streams, wrongAnswers: cast.members[0].worker.correctness.wrongAnswers),
      streams: streams, in: simulation)
    let episode = Episode(
      task: SwarmTask(index: task), agentCount: architecture.agentsNeeded, backend: backend, rules: rules,
      budget: budget, streams: streams)
    let (answer, seconds) = try simulation.run {
      let answer = try await architecture.solve(episode)
      return (answer, episode.elapsedSeconds)
    }
    #expect(simulation.processCount == 0)
    return WorkerRun(answer: answer, account: episode.account, seconds: seconds, fingerprint: simulation.fingerprint)
  }

  /// By the profile's name: a difficulty curve takes longer to solve than all runs on it.
  private static let casts = Dictionary(uniqueKeysWithValues: ProfilePresets.all.map { ($0.name, cast(of: $0)) })

  private static func cast(of preset: ProfilePreset) -> SwarmCast {
    var serving = preset.profile.serving
    serving.concurrency = 2
    return SwarmCast([SwarmCast.Member(preset.name, worker: preset.profile.worker, serving: serving)])
  }
}
