import Agents
import RunRecords
import SwarmArchitectures
import Testing

/// Turns that grow with the number of agents, as in Kim et al. (2025), arXiv:2512.08296: T = 2.72 (n + ½)^1.724.
@Suite("Turns of coordination")
struct CoordinationTurnsTests {
  /// Of the paper's numbers the success of a single agent, as in the study.
  private static let swarm = ModelSwarm("open-answers") { $0.correctness.accuracy = 0.466 }

  /// Mean and variance of the mean of the turns for a task.
  private func turns(_ parameters: [String: ParameterValue], tasks: Int) async throws -> (mean: Double, error: Double) {
    let architecture = Coordination(parameters)
    var (sum, squares) = (0.0, 0.0)
    for index in 0..<tasks {
      let episode = Episode(
        task: SwarmTask(index: index), agentCount: architecture.agentsNeeded, backend: Self.swarm,
        rules: SwarmRules(["early_stop": .number(0.51)]))
      _ = try await architecture.solve(episode)
      sum += Double(episode.account.calls)
      squares += Double(episode.account.calls * episode.account.calls)
    }
    let (count, mean) = (Double(tasks), sum / Double(tasks))
    return (mean, (squares / count - mean * mean) / (count - 1))
  }

  private func untilMostAgree(_ agents: Int) -> [String: ParameterValue] {
    [
      "structure": .choice("decentralized"), "agents": .integer(agents), "rounds": .integer(30), "turns": .integer(3),
    ]
  }

  // With 200 tasks each the growth beyond the linear one is 36 turns with a standard error of about 6: the chance that
  // right code fails is below 1e-5; a growth by less than 6 turns beyond the linear one would be taken for linear.
  @Test("Agents that go on until most agree take turns that grow faster than their number")
  func superlinear() async throws {
    let three = try await turns(untilMostAgree(3), tasks: 200)
    let seven = try await turns(untilMostAgree(7), tasks: 200)
    let linear = 7 / 3 * three.mean
    let error = (seven.error + (7.0 / 3) * (7.0 / 3) * three.error).squareRoot()
    #expect(seven.mean - linear > error)
    // The published law has 3.72 for the ratio; 4.5 was found with a standard error of about 0.4.
    #expect(2.4 < seven.mean / three.mean && seven.mean / three.mean < 7)
  }
}
