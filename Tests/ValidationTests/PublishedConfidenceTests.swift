import Agents
import Testing

/// Stated confidence at the defaults: overconfident, as the literature has it, by the amounts that the equations imply.
@Suite("Calibration of stated confidence")
struct PublishedConfidenceTests {
  struct Figure: Sendable, CustomTestStringConvertible {
    let preset: String
    let mean, calibrationError, brier: ClosedRange<Double>
    var testDescription: String { preset }
  }

  /// Known: mean 0.87, error 0.15 and Brier score 0.21 at an accuracy of 0.72; an error of 0.45 to 0.50 at 0.35 to 0.40.
  static let figures = [
    Figure(preset: "default", mean: 0.86...0.88, calibrationError: 0.12...0.18, brier: 0.19...0.23),
    Figure(preset: "hard-four-choice", mean: 0.85...0.87, calibrationError: 0.43...0.50, brier: 0.40...0.48),
  ]

  // 6,000 answers: the mean has a standard error of 0.0015, the accuracy, and with it the calibration error, one of
  // 0.006; so the ranges are five of them wide or more on either side, and right code fails one seed in 10⁶.
  @Test(
    "Mean, expected calibration error and Brier score are those that were computed independently", arguments: figures)
  func calibration(figure: Figure) {
    let swarm = ModelSwarm(figure.preset)
    let tasks = 6_000
    var (sum, squares) = (0.0, 0.0)
    // By the level stated, in twentieths: confidence less correctness, added up.
    var excess = Array(repeating: 0.0, count: 21)
    for index in 0..<tasks {
      let answer = swarm.answer(index)
      let confidence = answer.confidence ?? 0
      let difference = confidence - (swarm.isRight(answer, to: index) ? 1 : 0)
      sum += confidence
      squares += difference * difference
      excess[Int(confidence * 20 + 0.5)] += difference
    }
    let (mean, brier) = (sum / Double(tasks), squares / Double(tasks))
    let calibrationError = excess.reduce(0) { $0 + abs($1) } / Double(tasks)
    #expect(figure.mean.contains(mean), "\(mean)")
    #expect(figure.calibrationError.contains(calibrationError), "\(calibrationError)")
    #expect(figure.brier.contains(brier), "\(brier)")
  }
}
