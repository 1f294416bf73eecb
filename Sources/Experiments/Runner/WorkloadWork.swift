import Agents
import RandomStreams
import SimulationKernel
import SwarmArchitectures

/// A cell of a swarm: the workload played against one architecture, in simulated time or outside.
struct WorkloadWork: PlannedWork {
  let swarm: SwarmExperiment
  let architecture: SwarmExperiment.NamedArchitecture
  let cast: SwarmCast

  var kind: String { architecture.kind.name }

  var behaviour: [(key: String, value: ConfigurationValue)] {
    let played = played(by: swarm.castConfiguration)
    // Runs that measured less have to be made anew.
    return swarm.metrics == .standard ? played : played + [("metrics", swarm.metrics.configuration)]
  }

  private func played(by cast: ConfigurationValue) -> [(key: String, value: ConfigurationValue)] {
    var pairs: [(key: String, value: ConfigurationValue)] = [
      ("architecture", architecture.configuration), ("workload", swarm.workload.configuration), ("cast", cast),
      ("budget", swarm.budget.configuration),
    ]
    // Who has nothing to do may be handed what another failed at.
    if architecture.rules.failure == .reassign { pairs.append(("agents", .integer(swarm.agents))) }
    return pairs
  }

  /// What tells the cell apart in the record of completions: a replay has that of the live run, whatever it measures
  /// and however patient it is.
  var recordedBehaviour: ConfigurationValue? {
    guard let settings = swarm.backend.world.settings else { return nil }
    var asked = LiveSettings(baseURL: settings.baseURL, model: settings.model)
    (asked.promptStyle, asked.confidence) = (settings.promptStyle, settings.confidence)
    (asked.temperature, asked.topP, asked.maxTokens) = (settings.temperature, settings.topP, settings.maxTokens)
    (asked.price, asked.extra) = (settings.price, settings.extra)
    return .mapping(played(by: asked.configuration))
  }

  func play(_ run: RunContext) async throws -> PlayedRun {
    switch swarm.backend.world {
    case .simulated: try simulate(run.streams)
    case .live(let settings): try await playLive(settings, run)
    case .recorded(let settings, _): try await replay(settings, run)
    }
  }

  /// Everything that a run needs is made here and belongs to it alone; two runs share nothing that changes.
  ///
  /// - Throws: What the architecture throws, or `SimulationError`.
  private func simulate(_ streams: StreamFamily) throws -> PlayedRun {
    let simulation = ProcessSimulation()
    let questions = questions(streams)
    let backend = ProfileBackend(
      cast, questions: questions, types: swarm.workload.types.map(\.name), streams: streams, in: simulation)
    let game = WorkloadGame(
      swarm, architecture, world: SimulatedWorld(backend, in: simulation), questions: questions, streams: streams)
    let outcomes = try simulation.run { try await game.play() }
    let services = zip(backend.reports, cast.members).map { report, member in
      ServiceReadout(
        report.name, capacity: member.serving.places, waits: report.waits, utilization: report.utilization)
    }
    return played(outcomes, services, events: simulation.eventCount, fingerprint: simulation.fingerprint.value)
  }

  func questions(_ streams: StreamFamily) -> any QuestionSet {
    swarm.workload.questions.init(
      streams: streams, wrongAnswers: cast.members.map(\.worker.correctness.wrongAnswers).max() ?? 1)
  }

  func played(
    _ outcomes: [TaskOutcome], _ services: [ServiceReadout], events: Int = 0, fingerprint: UInt64 = 0
  ) -> PlayedRun {
    let observations = RunObservations(
      outcomes: outcomes, services: services, attempts: swarm.workload.attempts)
    return PlayedRun(
      values: swarm.metrics.metrics.map { $0.value(in: observations) },
      series: swarm.metrics.series.map { $0.record(observations) }, events: events, fingerprint: fingerprint)
  }
}
