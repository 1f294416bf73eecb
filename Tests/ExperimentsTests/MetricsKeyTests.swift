import Experiments
import RunRecords
import Testing

@Suite("Metrics in a file")
struct MetricsKeyTests {
  private func file(_ metrics: String) throws -> ExperimentFile {
    try SampleSwarm.file("matching: none\narchitectures: [{kind: debate}]\nmetrics: \(metrics)\n")
  }

  @Test("Words, names and lists of them are read, and each run has what was asked for, in that order")
  func read() async throws {
    #expect(try file("standard").swarm.metrics == .standard)
    #expect(try file("all").swarm.metrics == .all)
    #expect(try file("ece").swarm.metrics.names == ["ece"])
    let file = try file("[ece, standard]")
    let plan = ExperimentPlan(file)
    #expect(plan.metrics.map(\.name) == ["ece"] + MetricSelection.standard.names)
    guard case .done(let observations) = await ExperimentRunner.record(plan.runs[0], of: plan).outcome else {
      Issue.record("the run failed")
      return
    }
    #expect(observations.map(\.metric) == plan.metrics.map(\.name))
  }

  @Test("The courses over rounds are recorded where they are asked for")
  func series() async throws {
    let plan = ExperimentPlan(try file("[flips_wrong_to_right]"))
    #expect(!plan.series.isEmpty)
    let record = await ExperimentRunner.record(plan.runs[0], of: plan)
    #expect(record.series.count == plan.series.count)
    #expect(ExperimentPlan(try file("standard")).series.isEmpty)
  }

  @Test("What is measured changes no value of what was measured, but the digest: less cannot be made up for")
  func digests() async throws {
    func digest(_ metrics: String) throws -> String { ExperimentPlan(try file(metrics)).cells[0].cell.digest }
    #expect(Set(try ["standard", "all", "[accuracy]", "[accuracy, ece]"].map(digest)).count == 4)
    #expect(try digest("[standard]") == digest("standard"))
    let (some, all) = (ExperimentPlan(try file("standard")), ExperimentPlan(try file("all")))
    let few = await ExperimentRunner.record(some.runs[0], of: some)
    let many = await ExperimentRunner.record(all.runs[0], of: all)
    for name in MetricSelection.standard.names { #expect(few.value(of: name) == many.value(of: name), "\(name)") }
    #expect(few.fingerprint == many.fingerprint)
  }

  @Test("A word that is none is said at its place, with the nearest one")
  func wrong() {
    let complaint = SampleSwarm.complaint("architectures: [{kind: debate}]\nmetrics: [ece, acuracy, [a], happiness]\n")
    #expect(complaint.contains("test.yaml:5:16: error: there is no metric 'acuracy' [unknown-name]"), "\(complaint)")
    #expect(complaint.contains("Did you mean 'accuracy'?"))
    #expect(complaint.contains("test.yaml:5:25: error: expected the name of a metric, got a list"))
    #expect(complaint.contains("test.yaml:5:30: error: there is no metric 'happiness'"))
    #expect(SampleSwarm.complaint("architectures: [{kind: debate}]\nmetrics: []\n").contains("got an empty list"))
  }
}
