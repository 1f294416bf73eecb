import Agents
import RandomStreams
import SimulationKernel

/// A workload played against a real model, or against the record of one.
extension WorkloadWork {
  func playLive(_ settings: LiveSettings, _ run: RunContext) async throws -> PlayedRun {
    let questions = questions(run.streams)
    let session = try await connector(of: run).connect(
      settings, run: run.recordName, questions: questions, streams: run.streams)
    let game = WorkloadGame(swarm, architecture, world: session, questions: questions, streams: run.streams)
    let outcomes = try await game.play()
    try await session.finish()
    return played(outcomes, [])
  }

  /// Plays in simulated time what happened outside: each call takes the time that it took then.
  func replay(_ settings: LiveSettings, _ run: RunContext) async throws -> PlayedRun {
    let simulation = ProcessSimulation()
    let questions = questions(run.streams)
    let session = try connector(of: run).replay(
      settings, run: run.recordName, questions: questions, streams: run.streams,
      on: SimulatedEpisodeClock(simulation.clock))
    let game = WorkloadGame(swarm, architecture, world: session, questions: questions, streams: run.streams)
    return played(try simulation.run { try await game.play() }, [])
  }

  private func connector(of run: RunContext) throws -> any BackendConnector {
    guard let connector = run.connector else { throw NoConnector() }
    return connector
  }
}

/// A live backend is asked for where nothing is there to open it.
struct NoConnector: Error, CustomStringConvertible {
  var description: String { "this program cannot reach live backends" }
}
