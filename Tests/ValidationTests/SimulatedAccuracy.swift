import Agents
import RandomStreams
import SimulationKernel
import SwarmArchitectures

/// Plays an architecture against the worker model, one task after another, and counts the right answers.
///
/// Tasks are independent, so the count is binomial.
func countSolved(
  _ architecture: any SwarmArchitecture, _ profile: WorkerProfile, tasks: Int, seed: UInt64 = 1
) throws -> Int {
  let simulation = ProcessSimulation()
  let model = WorkerModel(profile, streams: StreamFamily(rootSeed: seed, replication: 0))
  let backend = ProfileBackend(model, concurrency: 1_000, in: simulation)
  return try simulation.run {
    var solved = 0
    for index in 0..<tasks {
      let episode = Episode(
        task: SwarmTask(index: index), agentCount: architecture.agentsNeeded, backend: backend)
      let answer = try await architecture.solve(episode)
      if answer.content == model.solution(of: episode.task) { solved += 1 }
    }
    return solved
  }
}
