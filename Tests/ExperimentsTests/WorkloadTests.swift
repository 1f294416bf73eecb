import Agents
import Experiments
import RunRecords
import Testing

/// What a workload means for the metrics of a run.
@Suite("Workload")
struct WorkloadTests {
  private func value(_ metric: String, _ file: ExperimentFile, cell: Int = 0) async throws -> Double {
    let plan = ExperimentPlan(file)
    let run = try #require(plan.runs.first { $0.cell.cell == plan.cells[cell].cell })
    let record = await ExperimentRunner.record(run, of: plan)
    return try #require(record.value(of: metric))
  }

  @Test("One task at a time: the makespan is the sum of the times to answer, and nothing waits")
  func oneInFlight() async throws {
    let file = try SampleExperiments.file(
      workload: "{kind: batch, tasks: 40, in_flight: 1}", architectures: ["{kind: single}"])
    #expect(abs(try await value("makespan", file) - 40 * value("latency", file)) < 1e-6)
    #expect(try await value("queue_wait", file) == 0)
  }

  @Test("Twice as many tasks in flight take less time, but no task is answered sooner")
  func moreInFlight() async throws {
    func file(_ inFlight: Int) throws -> ExperimentFile {
      try SampleExperiments.file(
        workload: "{kind: batch, tasks: 60, in_flight: \(inFlight)}", architectures: ["{kind: single}"],
        extra: "backends: {mock: {kind: profile, concurrency: 1000}}")
    }
    #expect(try await value("makespan", file(2)) < 0.7 * value("makespan", file(1)))
    #expect(abs(try await value("latency", file(2)) - value("latency", file(1))) < 1e-9)
    #expect(try await value("accuracy", file(2)) == value("accuracy", file(1)))
  }

  @Test("An endpoint that serves one call at a time makes a vote wait")
  func queue() async throws {
    let vote = ["{kind: collaborative, with: {voters: 5}}"]
    func file(_ concurrency: Int) throws -> ExperimentFile {
      try SampleExperiments.file(
        workload: "{kind: batch, tasks: 20, in_flight: 1}", architectures: vote,
        extra: "backends: {mock: {kind: profile, concurrency: \(concurrency)}}")
    }
    #expect(try await value("queue_wait", file(5)) == 0)
    #expect(try await value("queue_wait", file(1)) > 1)
    #expect(try await value("latency", file(1)) > 2 * value("latency", file(5)))
  }

  @Test("In a stream tasks come at the rate that is given, and each is taken up at once")
  func stream() async throws {
    let file = try SampleExperiments.file(
      workload: "{kind: stream, tasks: 2000, arrivals: poisson(0.5 per s)}", architectures: ["{kind: single}"],
      extra: "backends: {mock: {kind: profile, concurrency: 1000}}")
    // The last of 2,000 arrivals comes after 4,000 s, with a standard deviation of 89 s: six of them, and a minute for
    // the answer. A rate that is off by 20 % is found for certain.
    #expect(abs(try await value("makespan", file) - 4_000) < 6 * 89 + 60)
    #expect(try await value("queue_wait", file) == 0)
  }

  @Test("Calls, tokens and cost follow from what was said")
  func accounts() async throws {
    let constant = """
      backends:
        mock:
          kind: profile
          price: {input: 1 USD per Mtoken, output: 10 USD per Mtoken}
          profile: {tokens: {prompt: 100, completion: 20}}
      """
    let file = try SampleExperiments.file(
      architectures: ["{kind: single}", "{kind: collaborative, with: {voters: 3}}", "{kind: debate}"], extra: constant)
    // A debate of three in two rounds: six calls, the second round reads three messages of 20 tokens each.
    for (cell, (calls, prompt, completion)) in [(1, 100, 20), (3, 300, 60), (6, 600 + 9 * 20, 120)].enumerated() {
      #expect(try await value("calls", file, cell: cell) == Double(calls))
      #expect(try await value("tokens", file, cell: cell) == Double(prompt + completion))
      #expect(abs(try await value("cost", file, cell: cell) - Double(prompt + 10 * completion) / 1_000) < 1e-12)
    }
  }
}
