import Agents
import RandomStreams
import SimulationKernel
import SwarmArchitectures
import Synchronization

/// A cell of a swarm: the workload played against one architecture in simulated time.
struct WorkloadWork: PlannedWork {
  let swarm: SwarmExperiment
  let architecture: SwarmExperiment.NamedArchitecture
  let cast: SwarmCast

  var kind: String { architecture.kind.name }

  var behaviour: [(key: String, value: ConfigurationValue)] {
    [
      ("architecture", architecture.configuration),
      ("workload", swarm.workload.configuration),
      ("cast", swarm.castConfiguration),
      ("budget", swarm.budget.configuration),
    ]
  }

  /// Everything that a run needs is made here and belongs to it alone; two runs share nothing that changes.
  ///
  /// - Throws: What the architecture throws, or `SimulationError`.
  func play(_ streams: StreamFamily) throws -> PlayedRun {
    let simulation = ProcessSimulation()
    let questions = swarm.workload.questions.init(
      streams: streams, wrongAnswers: swarm.backend.profile.worker.correctness.wrongAnswers)
    let backend = ProfileBackend(cast, questions: questions, streams: streams, in: simulation)
    let solver = TaskSolver(
      architecture: architecture.architecture, rules: architecture.rules, budget: swarm.budget,
      agents: swarm.agents, backend: backend, questions: questions, streams: streams)
    let tasks = DrawnTasks(swarm.workload, streams: streams)
    let outcomes =
      switch swarm.workload.arrival {
      case .batch(let inFlight): try batch(inFlight, tasks, solver, in: simulation)
      case .stream(let rate): try stream(rate, tasks, solver, in: simulation, streams)
      }
    let observations = RunObservations(
      // In the order of the tasks: a sum of floating-point numbers depends on theirs.
      outcomes: outcomes.sorted { ($0.task.index, $0.task.attempt) < ($1.task.index, $1.task.attempt) },
      queueWaits: backend.waits, price: swarm.backend.profile.serving.price)
    return PlayedRun(
      values: StandardMetric.all.map { $0.measure(observations) }, events: simulation.eventCount,
      fingerprint: simulation.fingerprint.value)
  }

  /// So many lanes as tasks may be in flight, each taking up the next task when it has solved one: the tasks that wait
  /// cost nothing.
  private func batch(
    _ inFlight: Int, _ tasks: DrawnTasks, _ solver: TaskSolver, in simulation: ProcessSimulation
  ) throws -> [TaskOutcome] {
    let next = TaskCounter()
    return try simulation.run {
      try await withThrowingTaskGroup(of: [TaskOutcome].self) { group in
        for _ in 0..<min(inFlight, tasks.count) {
          group.addTask {
            var outcomes: [TaskOutcome] = []
            while case let place = next.take(), place < tasks.count {
              outcomes.append(try await solver.solve(tasks[place]))
            }
            return outcomes
          }
        }
        return try await group.reduce(into: []) { $0 += $1 }
      }
    }
  }

  private func stream(
    _ rate: Double, _ tasks: DrawnTasks, _ solver: TaskSolver, in simulation: ProcessSimulation,
    _ streams: StreamFamily
  ) throws -> [TaskOutcome] {
    let clock = simulation.clock
    let arrivals = streams.stream("workload/arrivals")
    return try simulation.run {
      try await withThrowingTaskGroup(of: TaskOutcome.self) { group in
        var arrivals = arrivals
        for place in 0..<tasks.count {
          try await clock.sleep(for: SimulationDuration(seconds: arrivals.exponential(mean: 1 / rate)))
          group.addTask { try await solver.solve(tasks[place]) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
    }
  }
}

/// Counts the tasks that were taken up, for the lanes of a batch.
private final class TaskCounter: Sendable {
  private let taken = Atomic<Int>(0)

  /// Returns the place of the next task.
  func take() -> Int { taken.add(1, ordering: .relaxed).oldValue }
}
