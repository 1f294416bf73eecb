import Agents
import RandomStreams
import SimulationKernel
import SwarmArchitectures
import Synchronization

/// All tasks of a run, played by one swarm: the same in simulated time, live, and from a record.
struct WorkloadGame: Sendable {
  private let workload: Workload
  private let architecture: any SwarmArchitecture
  private let rules: SwarmRules
  private let budget: EpisodeBudget
  private let agents: Int
  private let needs: JournalContents
  private let world: any BackendSession
  private let questions: any QuestionSet
  private let streams: StreamFamily
  private let tasks: DrawnTasks

  init(
    _ swarm: SwarmExperiment, _ architecture: SwarmExperiment.NamedArchitecture, world: any BackendSession,
    questions: any QuestionSet, streams: StreamFamily
  ) {
    workload = swarm.workload
    self.architecture = architecture.architecture
    rules = architecture.rules
    budget = swarm.budget
    agents = swarm.agents
    needs = swarm.metrics.needs
    self.world = world
    self.questions = questions
    self.streams = streams
    tasks = DrawnTasks(swarm.workload, streams: streams)
  }

  /// - Returns: The outcomes, in the order in which they came.
  func play() async throws -> [TaskOutcome] {
    switch workload.arrival {
    case .batch(let inFlight): try await batch(inFlight)
    case .stream(let rate): try await stream(rate)
    }
  }

  /// So many lanes as tasks may be in flight, each taking up the next task when it has solved one: the tasks that wait
  /// cost nothing.
  private func batch(_ inFlight: Int) async throws -> [TaskOutcome] {
    let next = TaskCounter()
    return try await withThrowingTaskGroup(of: [TaskOutcome].self) { group in
      for _ in 0..<min(inFlight, tasks.count) {
        group.addTask {
          var outcomes: [TaskOutcome] = []
          while case let place = next.take(), place < tasks.count {
            outcomes.append(try await solve(tasks[place]))
          }
          return outcomes
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }

  private func stream(_ rate: Double) async throws -> [TaskOutcome] {
    let arrivals = streams.stream("workload/arrivals")
    return try await withThrowingTaskGroup(of: TaskOutcome.self) { group in
      var (arrivals, time) = (arrivals, 0.0)
      for place in 0..<tasks.count {
        time += arrivals.exponential(mean: 1 / rate)
        try await world.clock.sleep(until: EpisodeTime(seconds: time))
        group.addTask { try await solve(tasks[place]) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  private nonisolated(nonsending) func solve(_ task: SwarmTask) async throws -> TaskOutcome {
    let journal = needs.isEmpty ? nil : EpisodeJournal(needs, of: task, questions: questions)
    let start = try await world.begin(task)
    let episode = Episode(
      task: task, agentCount: agents, backend: world.backend, rules: rules, budget: budget, streams: streams,
      observer: journal)
    let answer = try await architecture.solve(episode)
    let end = try await world.end(task)
    return TaskOutcome(
      task: task, start: SimulationTime(seconds: start.seconds), end: SimulationTime(seconds: end.seconds),
      isSolved: questions.isRight(answer, to: task), account: episode.account,
      digest: journal?.digest() ?? EpisodeDigest())
  }
}

/// Counts the tasks that were taken up, for the lanes of a batch.
private final class TaskCounter: Sendable {
  private let taken = Atomic<Int>(0)

  /// Returns the place of the next task.
  func take() -> Int { taken.add(1, ordering: .relaxed).oldValue }
}
