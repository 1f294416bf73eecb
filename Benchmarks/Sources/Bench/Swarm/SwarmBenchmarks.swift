import Agents
import CMeasurement
import Competitors
import SimulationKernel

/// What one step of a simulated agent costs, and what an agent weighs that does nothing.
enum SwarmBenchmarks {
  private static let seed: UInt64 = 20_260_101

  static var all: [Benchmark] { [vote] }

  private static var vote: Benchmark {
    Benchmark("swarm/vote-of-5") { name in
      let member = SwarmCast.Member("mock")
      guard let contender = contender_vote(member.curve.location, member.curve.scale, seed) else {
        throw NoCompetitor(name)
      }
      let contest = Contest(
        name: name, work: "one step of one of five agents that vote: call, queue, answer, tally",
        baseline: "C++, one event a call, the same kinds of draws", units: 100_000, warmUp: 50_000, meanTolerance: 0.02)
      var ours = VoteContestant(member, seed: seed)
      var theirs = Competitor(contender)
      var row = try contest.measure(&ours, &theirs)
      row.bytes = bytesPerIdleAgent()
      return row
    }
  }

  /// An episode with a million agents, none of whom is asked.
  private static func bytesPerIdleAgent() -> Double {
    let agents = 1_000_000
    let backend = IdleBackend()
    let before = measurement_heap_bytes()
    let episode = Episode(task: SwarmTask(index: 0), agentCount: agents, backend: backend)
    let bytes = Double(measurement_heap_bytes()) - Double(before)
    return withExtendedLifetime(episode) { bytes / Double(agents) }
  }

  private struct IdleBackend: Backend {
    var now: EpisodeTime { .zero }

    nonisolated(nonsending) func complete(_ request: CompletionRequest) async throws -> Completion {
      throw CompletionFailure.outage
    }

    func bound(of request: CompletionRequest) -> TokenUsage { TokenUsage() }
  }
}
