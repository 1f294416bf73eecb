import Agents
import SwarmArchitectures
import TestSupport
import Testing

/// The default worker, four-choice questions with error correlation 0.5: what one agent, a vote of five and the most
/// confident of five reach, against the figures known for this model.
@Suite("Accuracy at the defaults")
struct PublishedAccuracyTests {
  struct Figure: CustomTestStringConvertible, Sendable {
    let architecture: any SwarmArchitecture
    /// From an independent simulation of the same equations with 8,000 to 20,000 questions.
    let known: Double
    let closedForm: @Sendable (ProfilePrediction, WorkerProfile) -> Double

    var testDescription: String { "\(type(of: architecture).name) \(known)" }
  }

  static let figures = [
    Figure(architecture: Single(), known: 0.724) { _, profile in profile.correctness.accuracy },
    Figure(architecture: Collaborative(), known: 0.771) { prediction, profile in
      prediction.vote(concentration: profile.correctness.wrongAnswerConcentration)
    },
    Figure(architecture: Competitive(), known: 0.765) { prediction, profile in
      prediction.bestOfConfidence(
        center: profile.confidence.center, spread: profile.confidence.spread, auroc: profile.confidence.auroc,
        consistency: profile.confidence.consistency, concentration: profile.correctness.wrongAnswerConcentration)
    },
  ]

  @Test(
    "One agent, the vote of five and the most confident of five are within 0.01 of the known figures",
    arguments: figures)
  func accuracy(figure: Figure) async throws {
    let profile = WorkerProfile()
    let prediction = ProfilePrediction(
      accuracy: profile.correctness.accuracy, errorCorrelation: profile.correctness.errorCorrelation)
    let exact = figure.closedForm(prediction, profile)
    #expect(abs(exact - figure.known) < 0.01)

    // The simulated share has a standard error of at most 0.0037. It is held to the closed form by an exact binomial
    // interval: right code fails one seed in 10⁷, and a difference of 0.031 is found with probability above 0.99.
    let tasks = 15_000
    let solved = try await countSolved(figure.architecture, profile, tasks: tasks)
    expectProportion(solved, of: tasks, equals: exact, falseAlarm: 1e-7 / 3)
    #expect(smallestDetectableProportionDifference(n: tasks, p: exact, falseAlarm: 1e-7 / 3, power: 0.99) < 0.031)
  }
}
