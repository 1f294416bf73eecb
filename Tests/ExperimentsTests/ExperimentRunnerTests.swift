import Agents
import Experiments
import RunRecords
import SwarmArchitectures
import Testing

@Suite("Experiment runner")
struct ExperimentRunnerTests {
  private func results(_ file: ExperimentFile, jobs: Int = 2, into sink: MemorySink = MemorySink()) async throws
    -> [RunKey: RunResult]
  {
    _ = try await ExperimentRunner(ExperimentPlan(file), sink: sink, jobs: jobs).run()
    return Dictionary(sink.records.map { ($0.key, RunResult($0)) }, uniquingKeysWith: { $1 })
  }

  @Test("The number of jobs changes no result", arguments: [2, 3, 8])
  func jobs(jobs: Int) async throws {
    let file = try SampleExperiments.file()
    #expect(try await results(file, jobs: jobs) == results(file, jobs: 1))
  }

  @Test("Another architecture, more replications and another name change no run that there was")
  func additions() async throws {
    let before = try await results(try SampleExperiments.file())
    var more = try SampleExperiments.file(
      architectures: ["{kind: debate}", "{kind: single}", "{kind: collaborative, with: {voters: 3}}"], replications: 5)
    more.name = "other"
    let after = try await results(more)
    #expect(after.count == 15)
    for (key, result) in before { #expect(after[key] == result) }
  }

  @Test("With common random numbers architectures meet the same draws, without them others")
  func commonRandomNumbers() async throws {
    // One sample of one agent is what a single agent does: with the same draws all that is measured is the same.
    let twins = ["{kind: single}", "{kind: self-consistency, with: {samples: 1}}"]
    for common in [true, false] {
      var file = try SampleExperiments.file(architectures: twins)
      file.replications.commonRandomNumbers = common
      let plan = ExperimentPlan(file)
      let found = try await results(file)
      for replication in 0..<3 {
        let outcomes = plan.cells.map {
          found[RunKey(cellDigest: $0.cell.digest, replication: replication)]?.outcome
        }
        #expect((outcomes[0] == outcomes[1]) == common)
      }
    }
  }

  @Test("Replications differ from each other")
  func replications() async throws {
    let found = try await results(try SampleExperiments.file(architectures: ["{kind: single}"], replications: 10))
    #expect(Set(found.values.map(\.outcome)).count == 10)
  }

  @Test("What is done is not run again, and the rest is what it would have been")
  func resume() async throws {
    let file = try SampleExperiments.file()
    let whole = try await results(file)
    let sink = MemorySink()
    let runner = ExperimentRunner(ExperimentPlan(file), sink: sink, jobs: 1)
    let first = try await runner.run(shouldStop: { sink.records.count >= 2 })
    #expect(first.done == 2 && first.left == 4)
    // Stopped early, the experiment is balanced: both cells have replication 0.
    #expect(sink.records.map(\.key.replication) == [0, 0])
    var shown: [ExperimentRunner.Progress] = []
    let second = try await runner.run(onProgress: { shown.append($0) })
    #expect(second.found == 2 && second.done == 4 && second.left == 0)
    #expect(shown.map(\.done) == [0, 1, 2, 3, 4])
    #expect(Dictionary(uniqueKeysWithValues: sink.records.map { ($0.key, RunResult($0)) }) == whole)
  }

  @Test("A run that fails is recorded with its reason, the others go on, and it is tried again")
  func failure() async throws {
    var file = try SampleExperiments.file()
    let whole = try await results(file)
    file.swarm.architectures[1].kind = Broken.self
    file.swarm.architectures[1].values = ParameterValues(for: Broken.parameters)
    let sink = MemorySink()
    let runner = ExperimentRunner(ExperimentPlan(file), sink: sink, jobs: 2)
    let progress = try await runner.run()
    #expect(progress.done == 3 && progress.failed == 3 && progress.left == 0)
    for record in sink.records {
      if let result = whole[record.key] {
        #expect(RunResult(record) == result)
      } else {
        #expect(record.outcome == .failed("the wheel came off"))
      }
    }
    let again = try await runner.run()
    #expect(again.found == 3 && again.failed == 3)
  }

  @Test("A sink that fails ends the run with its error")
  func sinkFails() async throws {
    struct Full: Error {}
    final class FullSink: ResultSink {
      func completedRuns() -> Set<RunKey> { [] }
      func write(_ record: RunRecord) throws { throw Full() }
    }
    let plan = ExperimentPlan(try SampleExperiments.file())
    await #expect(throws: Full.self) { try await ExperimentRunner(plan, sink: FullSink(), jobs: 2).run() }
  }
}

/// An architecture that never comes to an answer.
private struct Broken: SwarmArchitecture {
  struct Wheel: Error, CustomStringConvertible {
    var description: String { "the wheel came off" }
  }

  static let name = "broken"
  static let summary = "Fails."
  static let parameters: [ParameterSpecification] = []

  init(_ values: ParameterValues) {}

  var agentsNeeded: Int { 1 }

  func cost(under rules: SwarmRules) -> ArchitectureCost { ArchitectureCost(calls: 1) }

  nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    _ = try await episode.take(Turn(episode.agents[0], .answer))
    throw Wheel()
  }
}
