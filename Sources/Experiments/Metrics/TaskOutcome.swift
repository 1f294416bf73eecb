import Agents
import SimulationKernel

/// How one attempt at a task of a run went.
struct TaskOutcome: Sendable {
  let task: SwarmTask
  /// When it was there to be taken up: its arrival, or when the swarm turned to it.
  let start: SimulationTime
  let end: SimulationTime
  let isSolved: Bool
  let account: EpisodeAccount
  /// What the journal says; empty where nothing was written down.
  let digest: EpisodeDigest

  init(
    task: SwarmTask, start: SimulationTime, end: SimulationTime, isSolved: Bool, account: EpisodeAccount,
    digest: EpisodeDigest = EpisodeDigest()
  ) {
    self.task = task
    self.start = start
    self.end = end
    self.isSolved = isSolved
    self.account = account
    self.digest = digest
  }

  var timeToAnswer: SimulationDuration { end - start }
}

/// What a service says of itself at the end of a run.
struct ServiceReadout: Sendable {
  let name: String
  /// Calls that it serves at once; `nil` where that is without limit.
  let capacity: Int?
  /// The waits of all calls, in seconds.
  let waits: Tally
  /// The share of its places that was taken, over the whole run.
  let utilization: Double

  init(_ name: String, capacity: Int?, waits: Tally, utilization: Double) {
    self.name = name
    self.capacity = capacity
    self.waits = waits
    self.utilization = utilization
  }
}
