import Agents
import Experiments
import RunRecords
import Testing

@Suite("The same file, live and recorded")
struct LiveWorldTests {
  static let text = """
    name: worlds
    workload: {kind: batch, tasks: 5, in_flight: 2, attempts: 2, questions: arithmetic}
    swarm: {backend: mock}
    architectures: [{kind: single}, {kind: debate}, {kind: hierarchical}, {kind: collaborative}]
    matching: none
    metrics: all
    replications: {min: 10, seed: 3}
    backends:
      mock: {kind: profile}
      local: {kind: openai, base_url: "http://127.0.0.1:9/v1", model: tiny, price: {input: 1 USD per Mtoken}}
      tape: {kind: recorded, of: local}

    """

  /// Outcomes and courses by the names of the cells and the replications.
  private func results(
    _ backend: String, _ connector: ScriptedConnector?, overrides: [String] = []
  ) async throws -> [String: String] {
    let file = try SampleFile.file(
      Self.text, overrides: ["swarm.backend=\(backend)", "replications.min=2"] + overrides)
    let (plan, sink) = (ExperimentPlan(file), MemorySink())
    _ = try await ExperimentRunner(plan, sink: sink, jobs: 2, connector: connector).run()
    let names = Dictionary(uniqueKeysWithValues: plan.cells.map { ($0.cell.digest, $0.cell.name) })
    return Dictionary(
      uniqueKeysWithValues: sink.records.map {
        ("\(names[$0.key.cellDigest] ?? "") \($0.key.replication)", "\($0.outcome) \($0.series)")
      })
  }

  @Test("A replay gives every observation of the live run, to the last bit; the mock needs no connector")
  func sameObservations() async throws {
    let connector = ScriptedConnector()
    let live = try await results("local", connector)
    #expect(live.count == 8 && live.values.allSatisfy { $0.hasPrefix("done") })
    // Two replications of a cell may differ in their times: lanes look at the clock in an order that is the machine's.
    #expect(Set(live.values).count >= 4, "cells differ in what they gave")
    let calls = connector.recorded.values.map(\.completions.count).reduce(0, +)
    #expect(try await results("tape", connector) == live)
    #expect(connector.connected.count == 8)
    #expect(connector.recorded.values.map(\.completions.count).reduce(0, +) == calls)
    let mock = try await results("mock", nil)
    #expect(mock.keys == live.keys && mock != live)
  }

  @Test("What is not recorded fails, and so does what there is nobody to connect", arguments: ["local", "tape"])
  func missing(backend: String) async throws {
    let failed = try await results(backend, nil)
    #expect(failed.values.allSatisfy { $0.hasPrefix("failed(\"this program cannot reach live backends\")") })
    guard backend == "tape" else { return }
    let unrecorded = try await results("tape", ScriptedConnector())
    #expect(unrecorded.values.allSatisfy { $0.hasPrefix("failed(\"this is not recorded\")") })
  }

  @Test("A budget holds live as it does in simulated time, and in the replay as it did live")
  func budget() async throws {
    let connector = ScriptedConnector()
    let overrides = ["swarm.budget.calls=2"]
    let live = try await results("local", connector, overrides: overrides)
    #expect(try await results("tape", connector, overrides: overrides) == live)
    #expect(connector.recorded.values.allSatisfy { $0.completions.count <= 2 * 10 })
  }

  @Test("Cells that a sweep does not touch have records of their own")
  func sweep() async throws {
    let connector = ScriptedConnector()
    let overrides = ["sweep={factors: {architectures.debate.with.rounds: [1, 2]}}"]
    let live = try await results("local", connector, overrides: overrides)
    #expect(live.count == 16 && connector.recorded.count == 16)
    #expect(try await results("tape", connector, overrides: overrides) == live)
  }

  @Test("A live cell and its replay have other digests, and a mock another one still")
  func digests() throws {
    let digests = try ["mock", "local", "tape"].flatMap { backend in
      ExperimentPlan(try SampleFile.file(Self.text, overrides: ["swarm.backend=\(backend)"])).cells.map(\.cell.digest)
    }
    #expect(Set(digests).count == 12)
  }
}
