import Agents
import RandomStreams
import RunRecords
import SimulationKernel
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Debate")
struct DebateTests {
  @Test("N debaters make N calls in each of R rounds", arguments: [1, 3, 6], [1, 2, 4])
  func calls(debaters: Int, rounds: Int) throws {
    let run = try ScriptedRun.simulated(debate(debaters, rounds), script: Completion.varied)
    #expect(run.waves == Array(repeating: debaters, count: rounds))
  }

  @Test("Each reads all earlier rounds, or the last one, own answers included")
  func reading() throws {
    let answers = Answers(["A", "B", "C"], ["a", "b", "c"])
    let full = try ScriptedRun.simulated(debate(2, 3), script: answers.script)
    #expect(
      described(full.requests) == [
        "0 answer", "1 answer", "0 answer A,a", "1 answer A,a", "0 answer A,a,B,b", "1 answer A,a,B,b",
      ])
    let last = try ScriptedRun.simulated(debate(2, 3, context: "last-round"), script: answers.script)
    #expect(
      described(last.requests) == [
        "0 answer", "1 answer", "0 answer A,a", "1 answer A,a", "0 answer B,b", "1 answer B,b",
      ])
  }

  @Test("The last round is put to the vote, and nothing before it; ties go to the first agent")
  func vote() throws {
    let answers = Answers(["A", "B"], ["A", "C"], ["A", "C"])
    #expect(try ScriptedRun.simulated(Debate(), script: answers.script).answer == Answer("C", confidence: 2.0 / 3))
    let tied = Answers(["A", .none], ["A", "D"], ["A", "C"])
    #expect(try ScriptedRun.simulated(Debate(), script: tied.script).answer == Answer("D", confidence: 0.5))
  }

  @Test(
    "N debaters read N (R P + N L R (R - 1) / 2) tokens in all, N (R P + (R - 1) N L) with the last round alone",
    arguments: [(3, 2), (2, 4), (5, 3), (1, 3)])
  func tokens(debaters: Int, rounds: Int) throws {
    let (n, r, p, l) = (debaters, rounds, 700, 150)
    let full = n * (r * p + n * l * r * (r - 1) / 2)
    #expect(
      try usage(debate(n, r), Double(p), Double(l))
        == TokenUsage(prompt: TokenCount(full), completion: TokenCount(n * r * l)))
    let last = n * (r * p + (r - 1) * n * l)
    #expect(try usage(debate(n, r, context: "last-round"), Double(p), Double(l)).prompt == TokenCount(last))
  }

  @Test("Messages read are those of the others: N (N - 1) R (R - 1) / 2 with the full context")
  func messagesRead() throws {
    let run = try ScriptedRun.simulated(debate(4, 3), script: Completion.varied)
    #expect(run.account.messagesRead == 4 * 3 * 3)
  }

  private func debate(_ debaters: Int, _ rounds: Int, context: String = "full") -> Debate {
    Debate(["debaters": .integer(debaters), "rounds": .integer(rounds), "context": .choice(context)])
  }

  /// What a debate of workers takes whose tasks and texts always have the same length.
  private func usage(_ debate: Debate, _ promptTokens: Double, _ completionTokens: Double) throws -> TokenUsage {
    var profile = WorkerProfile()
    profile.correctness.errorCorrelation = 0
    profile.promptTokens = Lognormal(median: promptTokens, sigma: 0)
    profile.completionTokens = Lognormal(median: completionTokens, sigma: 0)
    let simulation = ProcessSimulation()
    let model = WorkerModel(profile, streams: StreamFamily(rootSeed: 1, replication: 0))
    let backend = ProfileBackend(model, concurrency: 2, in: simulation)
    let episode = Episode(task: SwarmTask(index: 0), agentCount: debate.agentsNeeded, backend: backend)
    _ = try simulation.run { try await debate.solve(episode) }
    return episode.account.usage
  }
}
