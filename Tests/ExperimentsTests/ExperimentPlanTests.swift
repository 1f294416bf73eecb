import Agents
import RunRecords
import Statistics
import Testing

@testable import Experiments

@Suite("Experiment plan")
struct ExperimentPlanTests {
  private func digests(_ file: ExperimentFile) -> [String] { ExperimentPlan(file).cells.map(\.cell.digest) }

  @Test("Replication r of all cells comes before replication r + 1 of any")
  func interleaved() throws {
    let plan = ExperimentPlan(try SampleExperiments.file())
    #expect(plan.runs.map(\.replication) == [0, 0, 1, 1, 2, 2])
    #expect(plan.runs.prefix(2).map(\.cell.cell.name) == ["single", "collaborative"])
  }

  @Test("What changes no run changes no digest: the name, the title, replications, statistics, other architectures")
  func sameDigests() throws {
    let plain = try SampleExperiments.file()
    var changed = plain
    changed.name = "another"
    changed.title = "A title"
    changed.replications.count = 50
    changed.statistics.confidence = 0.9
    changed.statistics.correction = .bonferroni
    changed.baseline = "collaborative"
    changed.swarm.backend.name = "elsewhere"
    changed.swarm.agents = 40
    #expect(digests(changed) == digests(plain))
    let more = try SampleExperiments.file(
      architectures: [
        "{kind: debate, with: {debaters: 9}}", "{kind: single}", "{kind: collaborative, with: {voters: 3}}",
      ])
    #expect(Array(digests(more).dropFirst()) == digests(plain))
  }

  @Test(
    "Whatever changes what a run does changes the digest",
    arguments: [
      ExperimentChange("tasks") { $0.swarm.workload.tasks = 7 },
      ExperimentChange("arrivals") { $0.swarm.workload.arrival = .stream(rate: 1) },
      ExperimentChange("in flight") { $0.swarm.workload.arrival = .batch(inFlight: 5) },
      ExperimentChange("seed") { $0.replications.seed = 8 },
      ExperimentChange("streams") { $0.replications.commonRandomNumbers = false },
      ExperimentChange("concurrency") { $0.swarm.backend.profile.serving.concurrency = 9 },
      ExperimentChange("price") { $0.swarm.backend.profile.serving.price = TokenPrice(input: 1, output: 1) },
      ExperimentChange("accuracy") { $0.swarm.backend.profile.worker.correctness.accuracy = 0.5 },
      ExperimentChange("consistency") { $0.swarm.backend.profile.worker.confidence.consistency = 0.5 },
      ExperimentChange("reading") { $0.swarm.backend.profile.worker.reading.correctPull = 0 },
      ExperimentChange("tokens") { $0.swarm.backend.profile.serving.promptTokens = .lognormal(median: 1, sigma: 0) },
      ExperimentChange("latency") { $0.swarm.backend.profile.serving.speed = Lognormal(median: 1, sigma: 0) },
    ])
  func otherDigests(change: ExperimentChange) throws {
    let plain = try SampleExperiments.file()
    var changed = plain
    change.make(&changed)
    #expect(Set(digests(changed)).isDisjoint(with: digests(plain)))
  }

  @Test("Who may be handed the work of others is no idle agent: where turns are reassigned, the swarm's size counts")
  func reassigned() throws {
    let plain = try SampleExperiments.file(extra: "swarm: {agents: 5, rules: {failure: reassign}}")
    var larger = plain
    larger.swarm.agents = 6
    #expect(Set(digests(larger)).isDisjoint(with: digests(plain)))
  }

  @Test("A factor that leaves an architecture as it is gives it cells of their own all the same")
  func ineffectiveFactor() throws {
    let swept = try SampleExperiments.file(
      extra: "sweep: {factors: {architectures.collaborative.with.voters: [3, 5, 7], swarm.agents: [9, 10]}}")
    let (all, plain) = (digests(swept), digests(try SampleExperiments.file()))
    #expect(Set(all).count == 12)
    // The first of them is what it is without a sweep, and is not run again.
    #expect(all[0] == plain[0])
    #expect(Set(ExperimentPlan(swept).cells.map(\.cell.name)).count == 12)
  }

  @Test("A factor that changes no request of a live backend gives its cells records of their own")
  func recordScopes() throws {
    func scopes(_ factors: String, _ extra: String = "") throws -> [String] {
      let file = try SampleExperiments.file(
        workload: "{kind: batch, tasks: 6, questions: sums}",
        extra: """
          backends: {local: {kind: openai, base_url: 'http://127.0.0.1:1/v1', model: m\(extra)}}
          \(factors)
          """)
      return ExperimentPlan(file).cells.map(\.recordScope)
    }
    let swept = try scopes("sweep: {factors: {backends.local.concurrency: [1, 2]}}")
    #expect(Set(swept).count == 4)
    // A record is found again by who measures more of it, or waits longer.
    #expect(try scopes("metrics: all", ", timeout: 99 s, retries: 9") == (try scopes("")))
    #expect(try Set(scopes("", ", temperature: 0.1")).isDisjoint(with: scopes("")))
  }

  @Test("A parameter changes the digest of its own architecture only")
  func parameter() throws {
    let plain = digests(try SampleExperiments.file())
    let changed = digests(
      try SampleExperiments.file(architectures: ["{kind: single}", "{kind: collaborative, with: {voters: 4}}"]))
    #expect(changed[0] == plain[0])
    #expect(changed[1] != plain[1])
  }

  @Test("The digests are the same in every process and on every machine")
  func pinned() throws {
    // A change here reruns everybody's experiments: raise the model version, or find out what changed by accident.
    let found = digests(try SampleExperiments.file()).map { String($0.prefix(12)) }
    #expect(found == ["39a63122863a", "4a8ef02ba959"], "\(found)")
  }
}

/// A change of an experiment, with its name.
struct ExperimentChange: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let make: @Sendable (inout ExperimentFile) -> Void

  init(_ name: String, _ make: @escaping @Sendable (inout ExperimentFile) -> Void) {
    testDescription = name
    self.make = make
  }
}
