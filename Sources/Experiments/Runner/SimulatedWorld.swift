import Agents
import SimulationKernel

/// A simulated backend, played like a live one.
struct SimulatedWorld: BackendSession {
  private let profiles: ProfileBackend
  private let simulated: SimulatedEpisodeClock

  init(_ backend: ProfileBackend, in simulation: ProcessSimulation) {
    profiles = backend
    simulated = SimulatedEpisodeClock(simulation.clock)
  }

  var backend: any Backend { profiles }
  var clock: any EpisodeClock { simulated }

  nonisolated(nonsending) func begin(_ task: SwarmTask) async throws -> EpisodeTime { simulated.now }
  nonisolated(nonsending) func end(_ task: SwarmTask) async throws -> EpisodeTime { simulated.now }
  nonisolated(nonsending) func finish() async throws {}
}
