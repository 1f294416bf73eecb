import Agents
import Experiments
import Foundation
import LiveBackends
import RunRecords
import Synchronization
import TestSupport
import Testing

@Suite("One experiment file in three worlds")
struct SameFileTests {
  private final class Sink: ResultSink {
    let records = Recorder<RunRecord>()
    func completedRuns() -> Set<RunKey> { [] }
    func write(_ record: RunRecord) { records.record(record) }
  }

  private static func text(_ url: String) -> String {
    """
    name: worlds
    workload: {kind: batch, tasks: 3, in_flight: 2, attempts: 2, questions: arithmetic}
    swarm: {backend: mock}
    matching: none
    metrics: all
    architectures:
      - {kind: single}
      - {kind: collaborative, with: {voters: 3}}
      - {kind: debate, preset: du-2023, rules: {failure: retry}}
      - {kind: hierarchical, with: {workers: 2, verify: manager}}
      - {kind: competitive, with: {contenders: 2, select: judge}}
    replications: {min: 10, seed: 3}
    backends:
      mock: {kind: profile, profile: du-arithmetic}
      local:
        kind: openai
        base_url: \(url)
        model: tiny
        api_key: "${env:LIVE_KEY}"
        retries: 1
        backoff: 1 ms
        timeout: 600 s
        price: {input: 0.15 USD per Mtoken, output: 0.6 USD per Mtoken}
      tape: {kind: recorded, of: local}

    """
  }

  /// What a table of the results would show: cell, replication, and every observation to the last bit.
  private static func rows(
    _ backend: String, _ url: String, _ connector: (any BackendConnector)?
  ) async throws -> [String] {
    let file = try ExperimentFileReader(source: "worlds.yaml") { _ in nil }.read(
      Array(text(url).utf8), overrides: ["swarm.backend=\(backend)", "replications.min=2"]
    ).file
    #expect(!file.resolvedYAML.contains(LiveFixture.key))
    let (plan, sink) = (ExperimentPlan(file), Sink())
    _ = try await ExperimentRunner(plan, sink: sink, jobs: 2, connector: connector).run()
    return sink.records.values.map { record in
      let name = plan.cells.first { $0.cell.digest == record.key.cellDigest }?.cell.name ?? ""
      guard case .done(let observations) = record.outcome else { return "\(name) \(record.outcome)" }
      let values = observations.map { "\($0.metric)=\(String($0.value.bitPattern, radix: 16))" }
      return "\(name) \(record.key.replication) \(values.joined(separator: " ")) \(record.series)"
    }.sorted()
  }

  /// Answers that depend on the whole request: right, wrong, unreadable, late, or an error of the server.
  private static let script: ScriptedServer.Script = { request in
    let hash = request.body.utf8.reduce(UInt64(5_381)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    if request.body.contains("Choice:") { return .answer("Choice: \(hash % 2 + 1)") }
    if request.body.contains("Verdict:") { return .answer(hash % 3 == 0 ? "Verdict: no" : "Verdict: yes") }
    if request.body.contains("Do not solve") { return .answer("Multiply first.") }
    switch hash % 11 {
    case 0: return .status("500 Oops")
    case 1: return .answer("I do not know.", completion: 4)
    default:
      return .answer("Answer: \(hash % 3)\\nConfidence: \(hash >> 16 % 101)%", completion: Int(hash >> 24 % 50))
        .after(milliseconds: Int64(hash >> 8 % 5))
    }
  }

  @Test("With only the backend's name changed: in simulated time, live, and from the record to the byte")
  func worlds() async throws {
    let fixture = try LiveFixture()
    try await ScriptedServer.run(Self.script) { server, url in
      let mock = try await Self.rows("mock", url, nil)
      #expect(mock.count == 10 && mock.allSatisfy { $0.contains("accuracy=") })
      #expect(server.requests.isEmpty)

      let live = try await Self.rows("local", url, fixture.connector)
      #expect(live.count == 10 && live.allSatisfy { $0.contains("accuracy=") }, "\(live)")
      #expect(live != mock && Set(live).count == 10)
      let asked = server.requests.count
      #expect(asked >= 5 * 6 * 2)

      let replayed = try await Self.rows("tape", url, fixture.connector)
      #expect(replayed == live)
      #expect(server.requests.count == asked)
    }
    try await fixture.connector.close()
    #expect(try fixture.recordBytes().firstRange(of: Data(LiveFixture.key.utf8)) == nil)
  }
}
