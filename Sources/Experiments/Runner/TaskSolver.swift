import Agents
import RandomStreams
import SimulationKernel
import SwarmArchitectures

/// Plays the episodes of a run: all that is the same for every task.
struct TaskSolver: Sendable {
  let architecture: any SwarmArchitecture
  let rules: SwarmRules
  let budget: EpisodeBudget
  let agents: Int
  let backend: any Backend
  let questions: any QuestionSet
  let streams: StreamFamily

  nonisolated(nonsending) func solve(_ task: SwarmTask) async throws -> TaskOutcome {
    let start = backend.now
    let episode = Episode(
      task: task, agentCount: agents, backend: backend, rules: rules, budget: budget, streams: streams)
    let answer = try await architecture.solve(episode)
    return TaskOutcome(
      task: task, start: SimulationTime(seconds: start.seconds), end: SimulationTime(seconds: backend.now.seconds),
      isSolved: questions.isRight(answer, to: task), account: episode.account)
  }
}
