import Agents
import SimulationKernel

/// How one task of a run went.
struct TaskOutcome: Sendable {
  let task: SwarmTask
  /// When it was there to be taken up: its arrival, or when the swarm turned to it.
  let start: SimulationTime
  let end: SimulationTime
  let isSolved: Bool
  let account: EpisodeAccount

  var timeToAnswer: SimulationDuration { end - start }
}

/// What a run leaves to be measured.
struct RunObservations {
  /// In the order of the tasks, at least one.
  let outcomes: [TaskOutcome]
  /// The waits of all calls at the endpoint.
  let queueWaits: Tally
  let price: TokenPrice

  /// When the last answer came.
  var end: SimulationTime { outcomes.map(\.end).max() ?? .zero }

  /// The mean over tasks of something.
  func mean(_ value: (TaskOutcome) -> Double) -> Double {
    outcomes.reduce(0) { $0 + value($1) } / Double(outcomes.count)
  }
}
