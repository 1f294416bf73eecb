import Foundation
import GRDB
import RunRecords
import TestSupport
import Testing

@testable import ResultsStore

@Suite struct ResultsDatabaseTests {
  let folder: TemporaryFolder
  let store: ResultsDatabase

  init() throws {
    folder = try TemporaryFolder()
    store = try SampleExperiment.open(folder.database)
  }

  @Test("What the experiment is comes back as it was recorded")
  func experimentRoundTrip() throws {
    #expect(try store.experiment() == SampleExperiment.experiment())
    #expect(try store.cells() == SampleExperiment.cells)
    #expect(try store.metrics() == SampleExperiment.metrics)
    #expect(try store.counts() == RunCounts(planned: 12, done: 0, failed: 0, kept: 0))
    #expect(try store.records().isEmpty)
  }

  @Test("Runs come back whole, by replication and then by cell, in whatever order they were written")
  func recordsRoundTrip() throws {
    let expected = [
      SampleExperiment.done(0, 0), SampleExperiment.failed(1, 0), SampleExperiment.done(2, 0),
      SampleExperiment.done(0, 1, makespan: 0.1 + 0.2), SampleExperiment.done(2, 1, makespan: .leastNonzeroMagnitude),
    ]
    for index in [3, 0, 4, 2, 1] { try store.write(expected[index]) }
    #expect(try store.records() == expected)
    let reader = try ResultsDatabase.openForReading(at: folder.database)
    #expect(try reader.records() == expected)
    #expect(try reader.counts() == RunCounts(planned: 12, done: 4, failed: 1, kept: 0))
    #expect(try reader.counts().pending == 7)
  }

  @Test("Records can be asked for by cells, in the order asked, and by replications")
  func someRecords() throws {
    for replication in 0..<3 {
      for cell in 0..<3 { try store.write(SampleExperiment.done(cell, replication)) }
    }
    let cells = [SampleExperiment.cells[2], SampleExperiment.cells[0]]
    let expected = [
      SampleExperiment.done(2, 1), SampleExperiment.done(0, 1), SampleExperiment.done(2, 2),
      SampleExperiment.done(0, 2),
    ]
    #expect(try store.records(cells: cells, replications: 1..<9) == expected)
    #expect(try store.records(cells: cells, replications: 5..<5).isEmpty)
    let unknown = Cell(name: "x", architecture: "x", digest: "00")
    #expect(try store.records(cells: [unknown], replications: 0..<9).isEmpty)
  }

  @Test("Observations come back in the order of the metrics")
  func observationOrder() throws {
    let key = RunKey(cellDigest: SampleExperiment.cells[0].digest, replication: 0)
    let values = ["cost", "makespan"].map { Observation(metric: $0, value: 1) }
    try store.write(RunRecord(key: key, outcome: .done(values), events: 1, fingerprint: 1, wallSeconds: 1))
    #expect(try store.records().map(\.outcome) == [.done(values.reversed())])
  }

  @Test("Done runs need not run again; failed ones do, until they are done")
  func resume() throws {
    try store.write(SampleExperiment.failed(0, 0))
    try store.write(SampleExperiment.done(1, 0))
    #expect(try store.completedRuns() == [SampleExperiment.done(1, 0).key])
    try store.write(SampleExperiment.failed(0, 0, "again"))
    #expect(try store.records().first?.outcome == .failed("again"))
    try store.write(SampleExperiment.done(0, 0))
    #expect(try store.completedRuns() == [SampleExperiment.done(0, 0).key, SampleExperiment.done(1, 0).key])
    #expect(try store.records() == [SampleExperiment.done(0, 0), SampleExperiment.done(1, 0)])
    #expect(try store.counts() == RunCounts(planned: 12, done: 2, failed: 0, kept: 0))
  }

  @Test("A run that is written again, even with fewer observations, leaves nothing of the first one")
  func replacement() throws {
    try store.write(SampleExperiment.done(0, 0))
    try store.write(SampleExperiment.failed(0, 0))
    #expect(try store.records() == [SampleExperiment.failed(0, 0)])
    let rows = try store.queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM observation") }
    #expect(rows == 0)
  }

  @Test("Values that are not numbers come back as no value; infinities and signs stay")
  func nonFiniteValues() throws {
    let key = RunKey(cellDigest: SampleExperiment.cells[0].digest, replication: 0)
    let values = [("makespan", Double.nan), ("accuracy", -Double.infinity), ("cost", Double.infinity)]
      .map { Observation(metric: $0.0, value: $0.1) }
    try store.write(RunRecord(key: key, outcome: .done(values), events: 1, fingerprint: 0, wallSeconds: .nan))
    let record = try #require(try store.records().first)
    #expect(record.value(of: "makespan") == nil)
    #expect(record.value(of: "accuracy") == -.infinity)
    #expect(record.value(of: "cost") == .infinity)
    #expect(record.wallSeconds.isNaN)
    #expect(record.fingerprint == 0)
    #expect(try store.completedRuns() == [key])
  }

  @Test("Text of any kind comes back as it was", arguments: ["", "a'b\"c", "two\nlines", "Δ≤ 蜂", "\u{301}"])
  func anyText(message: String) throws {
    try store.write(SampleExperiment.failed(0, 0, message))
    #expect(try store.records() == [SampleExperiment.failed(0, 0, message)])
  }

  @Test("Invocations come back with their facts, ended or not")
  func invocations() throws {
    let facts = [Invocation.Fact(key: "tool_version", value: "1.0"), .init(key: "command_line", value: "antbed run x")]
    let began = Date(timeIntervalSince1970: 1_700_000_000)
    let first = try store.startInvocation(at: began, facts: facts)
    let second = try store.startInvocation(at: began + 60, facts: [])
    let late = Invocation.Fact(key: "outcome", value: "interrupted")
    try store.endInvocation(first, at: began + 30, facts: [late])
    #expect(
      try store.invocations() == [
        Invocation(id: first, started: began, ended: began + 30, facts: facts + [late]),
        Invocation(id: second, started: began + 60, ended: nil, facts: []),
      ])
  }
}
