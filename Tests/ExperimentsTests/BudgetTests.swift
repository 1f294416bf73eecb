import Agents
import Experiments
import RunRecords
import SwarmArchitectures
import Testing

@Suite("Budgets in a file")
struct BudgetTests {
  private func value(_ metric: String, _ budget: String, _ kind: String, accuracy: String = "72 %") async throws
    -> Double
  {
    let file = try SampleSwarm.file(
      """
      matching: none
      swarm: {budget: {\(budget)}}
      architectures: [{kind: \(kind)}]
      metrics: [standard]
      backends: {mock: {kind: profile, concurrency: 1000, profile: {correctness: {accuracy: \(accuracy)}}}}
      """, workload: "{kind: batch, tasks: 12}")
    let plan = ExperimentPlan(file)
    return try #require(await ExperimentRunner.record(plan.runs[0], of: plan).value(of: metric))
  }

  @Test("No task makes more calls than the budget has", arguments: Architectures.all.map { $0.name })
  func calls(kind: String) async throws {
    // Of twelve tasks at most four calls each; the average is below that of any that has more.
    #expect(try await value("calls", "calls: 4", kind) <= 4)
    #expect(try await value("calls", "calls: 1", kind) <= 1)
  }

  @Test("No task takes more tokens, money or time", arguments: ["debate", "hierarchical", "collaborative", "dylan"])
  func others(kind: String) async throws {
    #expect(try await value("tokens", "tokens: 3000", kind) <= 3_000)
    // The metric is the cost of a thousand tasks.
    #expect(try await value("cost", "money: 0.0004 USD", kind) <= 0.4 + 1e-9)
    #expect(try await value("latency", "deadline: 2 s", kind) <= 2 + 1e-9)
  }

  @Test("A budget that nobody reaches changes nothing, one without a call leaves no answer")
  func accuracy() async throws {
    let plain = try await value("accuracy", "", "debate")
    #expect(try await value("accuracy", "calls: 1000", "debate") == plain)
    #expect(try await value("accuracy", "tokens: 1", "debate", accuracy: "99 %") == 0)
    #expect(try await value("calls", "tokens: 1", "debate") == 0)
    // Three first answers are made of six calls; with one call the first debater's answer stands.
    #expect(try await value("accuracy", "calls: 1", "debate", accuracy: "99 %") > 50)
  }

  @Test("All four are read with their units, written out, and part of the digest")
  func read() throws {
    func file(_ budget: String) throws -> ExperimentFile {
      try SampleSwarm.file("matching: none\nswarm: {budget: {\(budget)}}\narchitectures: [{kind: single}]\n")
    }
    let all = try file("calls: 3, tokens: 5000, money: 0.25 USD, deadline: 2 min")
    #expect(all.swarm.budget == EpisodeBudget(calls: 3, tokens: TokenCount(5_000), money: 0.25, seconds: 120))
    #expect(try SampleFile.file(all.resolvedYAML).configurationHash == all.configurationHash)
    let budgets = ["", "calls: 3", "tokens: 5000", "money: 0.25 USD", "deadline: 2 min", "calls: 4"]
    #expect(Set(try budgets.map { ExperimentPlan(try file($0)).cells[0].cell.digest }).count == budgets.count)
  }
}
