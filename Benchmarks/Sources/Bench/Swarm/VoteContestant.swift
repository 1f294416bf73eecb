import Agents
import RandomStreams
import RunRecords
import SimulationKernel
import SwarmArchitectures

/// Five agents that vote, four tasks at a time, behind a service with four places; a unit is one agent's step.
///
/// As experiments run it: the architecture against an episode, the episode against the simulated backend.
///
/// All processes of a simulation run on one thread; that is what `@unchecked Sendable` stands for.
final class VoteContestant: Contestant, @unchecked Sendable {
  private static let lanes = 4
  private static let voters = 5

  private let simulation = ProcessSimulation()
  private let architecture = Collaborative(["voters": .integer(VoteContestant.voters)])
  private let backend: ProfileBackend
  private let questions: LetterQuestions
  private var next = 0
  private var stop = 0
  private var solved = 0

  init(_ member: SwarmCast.Member, seed: UInt64) {
    let streams = StreamFamily(rootSeed: seed, replication: 0)
    questions = LetterQuestions(streams: streams, wrongAnswers: member.worker.correctness.wrongAnswers)
    backend = ProfileBackend(SwarmCast([member]), questions: questions, streams: streams, in: simulation)
  }

  func run(_ units: Int) {
    stop += units / Self.voters
    for lane in 0..<Self.lanes { simulation.start("lane", lane) { try await self.solveTasks() } }
    do { try simulation.run(until: nil) } catch { preconditionFailure("the swarm came to a stop: \(error)") }
  }

  private nonisolated(nonsending) func solveTasks() async throws {
    while next < stop {
      let task = SwarmTask(index: next)
      next += 1
      let answer = try await architecture.solve(
        Episode(task: task, agentCount: Self.voters, backend: backend))
      if questions.isRight(answer, to: task) { solved += 1 }
    }
  }

  var digest: UInt64 { UInt64(solved) }

  var mean: Double { Double(solved) / Double(next) }
}
