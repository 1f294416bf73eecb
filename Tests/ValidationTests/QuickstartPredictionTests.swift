import Agents
import Experiments
import Foundation
import RunRecords
import TestSupport
import Testing

/// Plays the quickstart's experiment and compares what it gives with what its profile implies in closed form.
@Suite("Quickstart prediction")
struct QuickstartPredictionTests {
  private let file: ExperimentFile
  private let swarm: SwarmExperiment
  private let profile: WorkerProfile
  private struct SwarmMissing: Error {}

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Experiments/quickstart").standardized
    let bytes = try Data(contentsOf: folder.appending(path: "quickstart.yaml"))
    let reader = ExperimentFileReader(source: "quickstart.yaml") { path in
      (try? Data(contentsOf: folder.appending(path: path))).map { (path, Array($0)) }
    }
    file = try reader.read(Array(bytes)).file
    guard case .swarm(let swarm) = file.subject else { throw SwarmMissing() }
    self.swarm = swarm
    profile = swarm.backend.profile.worker
  }

  @Test("One agent is as often right as the profile says")
  func single() async throws {
    try await expectSolved("single", of: 4_000, profile.correctness.accuracy, finding: 0.055)
  }

  @Test("A vote of five is as often right as the profile implies", arguments: ["collaborative", "self-consistency"])
  func vote(architecture: String) async throws {
    let predicted = prediction.vote(concentration: profile.correctness.wrongAnswerConcentration)
    try await expectSolved(architecture, of: 4_000, predicted, finding: 0.055)
  }

  @Test("The most confident of five is as often right as the profile implies")
  func bestOfConfidence() async throws {
    let confidence = profile.confidence
    func predicted(_ consistency: Double) -> Double {
      prediction.bestOfConfidence(
        center: confidence.center, spread: confidence.spread, auroc: confidence.auroc, consistency: consistency,
        concentration: profile.correctness.wrongAnswerConcentration)
    }
    // So many tasks that confidence drawn anew for every call would be found.
    try await expectSolved("competitive", of: 20_000, predicted(confidence.consistency), finding: 0.023)
    #expect(predicted(0) - predicted(confidence.consistency) > 0.023)
  }

  private var prediction: ProfilePrediction {
    ProfilePrediction(
      accuracy: profile.correctness.accuracy, errorCorrelation: profile.correctness.errorCorrelation)
  }

  /// Exact binomial interval: a right implementation fails one seed in 10⁷, a wrong one is found with probability 0.99.
  private func expectSolved(
    _ architecture: String, of tasks: Int, _ expected: Double, finding difference: Double,
    location: SourceLocation = #_sourceLocation
  ) async throws {
    var (file, swarm) = (file, swarm)
    swarm.workload.tasks = tasks
    file.subject = .swarm(swarm)
    let plan = ExperimentPlan(file)
    let run = try #require(plan.runs.first { $0.cell.cell.name == architecture })
    let record = await ExperimentRunner.record(run, of: plan)
    let percent = try #require(record.value(of: "accuracy"))
    let solved = Int((percent / 100 * Double(tasks)).rounded())
    expectProportion(solved, of: tasks, equals: expected, falseAlarm: 1e-7, sourceLocation: location)
    let found = smallestDetectableProportionDifference(n: tasks, p: expected, falseAlarm: 1e-7, power: 0.99)
    #expect(found < difference, sourceLocation: location)
  }
}
