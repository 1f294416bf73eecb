import Agents
import RandomStreams
import TestSupport
import Testing

// A right implementation fails one comparison in 10⁷; the smallest effect that is found with probability 0.99 is
// stated at each.
private let falseAlarm = 1e-7

@Suite("Worker model: who is right")
struct WorkerCorrectnessTests {
  private let tasks = 8_000

  private func isRight(_ model: WorkerModel, _ task: Int, agent: Int = 0, call: Int = 0) -> Bool {
    model.answer(to: CompletionRequest(task: task, agent: agent, call: call)).content
      == model.solution(of: SwarmTask(index: task))
  }

  private func expectRate(
    _ successes: Int, of trials: Int, _ expected: Double, finding effect: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectProportion(successes, of: trials, equals: expected, falseAlarm: falseAlarm, sourceLocation: sourceLocation)
    let found = smallestDetectableProportionDifference(n: trials, p: expected, falseAlarm: falseAlarm, power: 0.99)
    #expect(found < effect, sourceLocation: sourceLocation)
  }

  @Test("Answers are right with the profile's accuracy", arguments: [(0.724, 0.5), (0.35, 0), (0.9, 0.95)])
  func accuracy(accuracy: Double, correlation: Double) {
    let model = WorkerModel { profile in
      profile.correctness.accuracy = accuracy
      profile.correctness.errorCorrelation = correlation
    }
    expectRate((0..<tasks).count { isRight(model, $0) }, of: tasks, accuracy, finding: 0.05)
  }

  @Test("Two answers are both right as often as the error correlation says", arguments: [0.0, 0.5, 0.9])
  func errorCorrelation(correlation: Double) {
    let accuracy = 0.7
    let model = WorkerModel { profile in
      profile.correctness.accuracy = accuracy
      profile.correctness.errorCorrelation = correlation
    }
    let expected = accuracy * accuracy + correlation * accuracy * (1 - accuracy)
    let twoAgents = (0..<tasks).count { isRight(model, $0) && isRight(model, $0, agent: 1) }
    expectRate(twoAgents, of: tasks, expected, finding: 0.05)
    let twoCalls = (0..<tasks).count { isRight(model, $0, agent: 2) && isRight(model, $0, agent: 2, call: 1) }
    expectRate(twoCalls, of: tasks, expected, finding: 0.05)
  }

  @Test(
    "What agents do not share of the difficulty makes them independent, not the calls of one", arguments: [0, 0.75])
  func sharedDifficulty(share: Double) {
    let model = WorkerModel { $0.correctness.sharedDifficulty = share }
    let correctness = WorkerProfile().correctness
    let (mean, correlation) = (correctness.accuracy, correctness.errorCorrelation)
    let twoCalls = (0..<tasks).count { isRight(model, $0) && isRight(model, $0, call: 1) }
    expectRate(twoCalls, of: tasks, mean * mean + correlation * mean * (1 - mean), finding: 0.05)
    // Given the shared part, the two are independent.
    let curve = DifficultyCurve(accuracy: mean, errorCorrelation: correlation)
    let both = normalMean { shared in
      let right = coarseNormalMean { own in
        curve.probability(share.squareRoot() * shared + (1 - share).squareRoot() * own)
      }
      return right * right
    }
    if share == 0 { #expect(abs(both - mean * mean) < 1e-6) }
    let twoAgents = (0..<tasks).count { isRight(model, $0) && isRight(model, $0, agent: 1) }
    expectRate(twoAgents, of: tasks, both, finding: 0.05)
  }

  @Test(
    "Two wrong answers are the same with probability (γ + 1) / (K γ + 1)", arguments: [(3, 0.5), (20, 0.5), (3, 50)])
  func wrongAgreement(wrongAnswers: Int, concentration: Double) {
    let model = WorkerModel { profile in
      profile.makeTasksAlike(accuracy: 0.1)
      profile.correctness.wrongAnswers = wrongAnswers
      profile.correctness.wrongAnswerConcentration = concentration
    }
    var (both, same) = (0, 0)
    for task in 0..<tasks {
      let answers = (0..<2).map { model.answer(to: CompletionRequest(task: task, agent: $0)).content }
      if answers.contains(model.solution(of: SwarmTask(index: task))) { continue }
      both += 1
      if answers[0] == answers[1] { same += 1 }
    }
    expectRate(same, of: both, (concentration + 1) / (Double(wrongAnswers) * concentration + 1), finding: 0.055)
  }

  @Test("No label is right more often than another")
  func labels() {
    let (model, labels) = (WorkerModel(), ["A", "B", "C", "D"])
    var counts = [0, 0, 0, 0]
    for task in 0..<tasks {
      if let label = labels.firstIndex(of: model.solution(of: SwarmTask(index: task))) { counts[label] += 1 }
    }
    expectCounts(counts, inProportionTo: [1, 1, 1, 1], falseAlarm: falseAlarm)
    #expect(smallestDetectableDeviation(n: tasks, bins: 4, falseAlarm: falseAlarm, power: 0.99) < 0.1)
  }

  /// Good to 10⁻⁶ for a curve as flat as the default one; the fine grid squared takes too long.
  private func coarseNormalMean(_ function: (Double) -> Double) -> Double {
    var (sum, weights) = (0.0, 0.0)
    for z in stride(from: -6.0, through: 6, by: 0.25) {
      let weight = PortableMath.exp(-z * z / 2)
      sum += weight * function(z)
      weights += weight
    }
    return sum / weights
  }
}
