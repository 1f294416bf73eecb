import Foundation
import ResultsStore
import RunRecords
import TestSupport
import Testing

@Suite("ResultsDatabase, when the experiment changes") struct ResultsDatabaseGrowthTests {
  let folder: TemporaryFolder
  let store: ResultsDatabase

  init() throws {
    folder = try TemporaryFolder()
    store = try SampleExperiment.open(folder.database, replications: 2)
    for replication in 0..<2 {
      for cell in 0..<3 { try store.write(SampleExperiment.done(cell, replication)) }
    }
  }

  @Test("More replications keep the first ones")
  func moreReplications() throws {
    let before = try store.records()
    try store.begin(
      experiment: SampleExperiment.experiment(replications: 5), cells: SampleExperiment.cells,
      metrics: SampleExperiment.metrics)
    #expect(try store.records() == before)
    #expect(try store.completedRuns().count == 6)
    #expect(try store.counts() == RunCounts(planned: 15, done: 6, failed: 0, kept: 0))
  }

  @Test("Fewer replications leave runs out without losing them")
  func fewerReplications() throws {
    try store.begin(
      experiment: SampleExperiment.experiment(replications: 1), cells: SampleExperiment.cells,
      metrics: SampleExperiment.metrics)
    #expect(try store.records() == (0..<3).map { SampleExperiment.done($0, 0) })
    #expect(try store.counts() == RunCounts(planned: 3, done: 3, failed: 0, kept: 3))
    #expect(try store.records(cells: SampleExperiment.cells, replications: 0..<9).count == 6)
  }

  @Test("Runs of cells that are left out are kept, and back when the cells are back, in another order")
  func otherCells() throws {
    let new = Cell(name: "debate, 8 rounds", architecture: "debate", digest: String(repeating: "00", count: 32))
    let experiment = SampleExperiment.experiment(replications: 2)
    try store.begin(
      experiment: experiment, cells: [new, SampleExperiment.cells[1]], metrics: SampleExperiment.metrics)
    #expect(try store.cells() == [new, SampleExperiment.cells[1]])
    #expect(try store.completedRuns() == [SampleExperiment.done(1, 0).key, SampleExperiment.done(1, 1).key])
    #expect(try store.counts() == RunCounts(planned: 4, done: 2, failed: 0, kept: 4))

    let turned = Array(SampleExperiment.cells.reversed())
    try store.begin(experiment: experiment, cells: turned, metrics: SampleExperiment.metrics)
    let expected = [2, 1, 0].map { SampleExperiment.done($0, 0) } + [2, 1, 0].map { SampleExperiment.done($0, 1) }
    #expect(try store.records() == expected)
    #expect(try store.counts() == RunCounts(planned: 6, done: 6, failed: 0, kept: 0))
  }

  @Test("A cell takes its new name, and its runs with it")
  func renamedCell() throws {
    let old = SampleExperiment.cells[0]
    let renamed = Cell(name: "two rounds", architecture: "talk", digest: old.digest)
    try store.begin(
      experiment: SampleExperiment.experiment(replications: 2), cells: [renamed], metrics: SampleExperiment.metrics)
    #expect(try store.cells() == [renamed])
    #expect(try store.records() == [SampleExperiment.done(0, 0), SampleExperiment.done(0, 1)])
  }

  @Test("Observations of a metric that is left out are kept, and back when the metric is back")
  func otherMetrics() throws {
    let experiment = SampleExperiment.experiment(replications: 2)
    let cost = SampleExperiment.metrics[2]
    try store.begin(experiment: experiment, cells: SampleExperiment.cells, metrics: [cost])
    #expect(try store.metrics() == [cost])
    let values = Set(try store.records().map(\.outcome))
    #expect(values == [.done([Observation(metric: "cost", value: 0.1)])])
    try store.begin(experiment: experiment, cells: SampleExperiment.cells, metrics: SampleExperiment.metrics)
    #expect(try store.records().first == SampleExperiment.done(0, 0))
  }

  @Test("A run of an unknown cell or with an unknown metric is refused, and nothing of it is stored")
  func unknownNames() throws {
    let unknownCell = RunRecord(
      key: RunKey(cellDigest: "ffff", replication: 0), outcome: .done([]), events: 0, fingerprint: 0, wallSeconds: 0)
    #expect(code { try store.write(unknownCell) } == .refused)
    let values = [Observation(metric: "makespan", value: 1), Observation(metric: "speed", value: 1)]
    let unknownMetric = RunRecord(
      key: SampleExperiment.done(0, 0).key, outcome: .done(values), events: 0, fingerprint: 0, wallSeconds: 0)
    #expect(code { try store.write(unknownMetric) } == .refused)
    let twice = RunRecord(
      key: SampleExperiment.done(0, 0).key, outcome: .done([values[0], values[0]]), events: 0, fingerprint: 0,
      wallSeconds: 0)
    #expect(code { try store.write(twice) } == .refused)
    #expect(try store.records().first == SampleExperiment.done(0, 0))
  }

  @Test("Two cells of one digest are the caller's mistake")
  func equalDigests() async {
    let file = folder.file("equal.sqlite").path
    await #expect(processExitsWith: .failure) { [file = file as String] in
      let cells = ["a", "b"].map { Cell(name: $0, architecture: "x", digest: "00") }
      try ResultsDatabase.open(at: URL(filePath: file))
        .begin(experiment: SampleExperiment.experiment(), cells: cells, metrics: [])
    }
  }
}
