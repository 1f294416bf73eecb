import Agents
import RandomStreams
import SimulationKernel
import SwarmArchitectures

/// One replication of one cell: the workload played against the architecture in simulated time.
///
/// Everything that a run needs is made here and belongs to it alone; two runs share nothing that changes.
struct WorkloadRun {
  let file: ExperimentFile
  let cell: ExperimentPlan.PlannedCell
  let replication: Int
  /// The backend's difficulty curve, solved once for all runs.
  let curve: DifficultyCurve

  struct Result {
    let observations: RunObservations
    let events: Int
    let fingerprint: UInt64
  }

  /// Plays the run on the calling thread.
  ///
  /// - Throws: What the architecture throws, or `SimulationError`.
  func play() throws -> Result {
    let simulation = ProcessSimulation()
    let streams = StreamFamily(
      rootSeed: file.replications.seed, replication: replication, scope: cell.streamScope)
    let model = WorkerModel(file.backend.profile, curve: curve, streams: streams)
    let backend = ProfileBackend(model, concurrency: file.backend.concurrency, in: simulation)
    let solver = TaskSolver(
      architecture: cell.architecture.architecture, agents: file.swarm.agents, backend: backend,
      clock: simulation.clock)
    let outcomes =
      switch file.workload.arrival {
      case .batch(let inFlight): try batch(inFlight, solver, in: simulation)
      case .stream(let rate): try stream(rate, solver, in: simulation, streams)
      }
    let observations = RunObservations(
      outcomes: outcomes, queueWaits: backend.endpoint.waits, price: file.backend.price)
    return Result(
      observations: observations, events: simulation.eventCount, fingerprint: simulation.fingerprint.value)
  }

  private func batch(
    _ inFlight: Int, _ solver: TaskSolver, in simulation: ProcessSimulation
  ) throws -> [TaskOutcome] {
    let swarm = Resource("the swarm", capacity: inFlight, in: simulation)
    let tasks = (0..<file.workload.tasks).map(SwarmTask.init)
    return try simulation.run {
      try await inOrder(tasks) { task in
        try await swarm.withUnit { try await solver.solve(task) }
      }
    }
  }

  private func stream(
    _ rate: Double, _ solver: TaskSolver, in simulation: ProcessSimulation, _ streams: StreamFamily
  ) throws -> [TaskOutcome] {
    var arrivals = streams.stream("workload/arrivals")
    var time = SimulationTime.zero
    let tasks = (0..<file.workload.tasks).map { index in
      time = time + SimulationDuration(seconds: arrivals.exponential(mean: 1 / rate))
      return (task: SwarmTask(index: index), arrival: time)
    }
    let clock = simulation.clock
    return try simulation.run {
      try await inOrder(tasks) { task, arrival in
        try await clock.sleep(until: arrival)
        return try await solver.solve(task)
      }
    }
  }
}

/// Solves one task after another's fashion: all that is the same for every task of a run.
private struct TaskSolver: Sendable {
  let architecture: any SwarmArchitecture
  let agents: Int
  let backend: ProfileBackend
  let clock: SimulationClock

  func solve(_ task: SwarmTask) async throws -> TaskOutcome {
    let start = clock.now
    let episode = Episode(task: task, agentCount: agents, backend: backend)
    let answer = try await architecture.solve(episode)
    return TaskOutcome(
      task: task, start: start, end: clock.now,
      isSolved: answer.content == backend.model.solution(of: task), account: episode.account)
  }
}

/// Does something with all items at once, and returns the results in the order of the items.
private func inOrder<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ body: @escaping @Sendable (Item) async throws -> Result
) async throws -> [Result] {
  try await withThrowingTaskGroup(of: (Int, Result).self) { group in
    for (index, item) in items.enumerated() {
      group.addTask { (index, try await body(item)) }
    }
    var results = [Result?](repeating: nil, count: items.count)
    for try await (index, result) in group { results[index] = result }
    return results.compactMap(\.self)
  }
}
