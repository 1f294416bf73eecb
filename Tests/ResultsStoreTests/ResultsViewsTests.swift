import Foundation
import GRDB
import RunRecords
import TestSupport
import Testing

@testable import ResultsStore

@Suite struct ResultsViewsTests {
  let folder: TemporaryFolder
  let store: ResultsDatabase

  init() throws {
    folder = try TemporaryFolder()
    store = try SampleExperiment.open(folder.database, replications: 2)
    for record in [
      SampleExperiment.done(2, 0), SampleExperiment.done(0, 0), SampleExperiment.failed(1, 0),
      SampleExperiment.done(0, 1, makespan: .nan), SampleExperiment.done(0, 2),
    ] {
      try store.write(record)
    }
  }

  /// The view as lines of text, with its header first.
  private func lines(_ sql: String) throws -> [String] {
    try store.queue.read { db in
      let rows = try Row.fetchCursor(db, sql: sql)
      var lines = [rows._statement.columnNames.joined(separator: "|")]
      while let row = try rows.next() {
        let values = row.databaseValues.map { $0.isNull ? "-" : "\($0.storage.value ?? "")" }
        lines.append(values.joined(separator: "|"))
      }
      return lines
    }
  }

  @Test("run_wide has one row a planned run and one column a metric, with its unit")
  func runWide() throws {
    #expect(
      try lines("SELECT * FROM run_wide") == [
        "cell|architecture|replication|state|events|makespan_s|accuracy_percent|cost_usd_per_task",
        "debate, 2 rounds|debate|0|done|1000|12.5|80.0|0.1",
        "vote|majority-vote|0|failed|7|-|-|-",
        "debate, 4 rounds|debate|0|done|1000|12.5|82.0|0.1",
        "debate, 2 rounds|debate|1|done|1001|-|80.0|0.1",
      ])
  }

  @Test("metric_long has one row a planned run and metric, in their order")
  func metricLong() throws {
    #expect(
      try lines("SELECT * FROM metric_long") == [
        "cell|architecture|replication|metric|unit|value",
        "debate, 2 rounds|debate|0|makespan|s|12.5",
        "debate, 2 rounds|debate|0|accuracy|%|80.0",
        "debate, 2 rounds|debate|0|cost|USD/task|0.1",
        "debate, 4 rounds|debate|0|makespan|s|12.5",
        "debate, 4 rounds|debate|0|accuracy|%|82.0",
        "debate, 4 rounds|debate|0|cost|USD/task|0.1",
        "debate, 2 rounds|debate|1|makespan|s|-",
        "debate, 2 rounds|debate|1|accuracy|%|80.0",
        "debate, 2 rounds|debate|1|cost|USD/task|0.1",
      ])
  }

  @Test("The views follow the experiment: its cells, its replications, its metrics")
  func changedExperiment() throws {
    try store.begin(
      experiment: SampleExperiment.experiment(replications: 1), cells: [SampleExperiment.cells[2]],
      metrics: [SampleExperiment.metrics[1]])
    #expect(
      try lines("SELECT * FROM run_wide") == [
        "cell|architecture|replication|state|events|accuracy_percent", "debate, 4 rounds|debate|0|done|1000|82.0",
      ])
    #expect(try lines("SELECT * FROM metric_long").count == 2)
  }

  @Test("Names with quotes and SQL in them are names")
  func oddNames() throws {
    let odd = "x'y\"; DROP TABLE run; --"
    let metric = MetricSpecification(odd, title: odd, unit: "", better: .lower, summary: odd)
    let cell = Cell(name: odd, architecture: odd, digest: "00")
    try store.begin(experiment: SampleExperiment.experiment(), cells: [cell], metrics: [metric])
    let observations = [Observation(metric: odd, value: 1)]
    try store.write(
      RunRecord(
        key: RunKey(cellDigest: "00", replication: 0), outcome: .done(observations), events: 0, fingerprint: 0,
        wallSeconds: 0))
    #expect(
      try lines("SELECT * FROM run_wide") == [
        "cell|architecture|replication|state|events|\(odd)", "\(odd)|\(odd)|0|done|0|1.0",
      ])
    #expect(try store.metrics() == [metric])
  }

  @Test("An experiment without metrics has a view without metrics")
  func noMetrics() throws {
    try store.begin(experiment: SampleExperiment.experiment(), cells: SampleExperiment.cells, metrics: [])
    #expect(try lines("SELECT * FROM run_wide").first == "cell|architecture|replication|state|events")
    #expect(try lines("SELECT * FROM metric_long").count == 1)
  }
}
