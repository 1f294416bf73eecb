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
    let both = crossMoment(mean, correlation, share)
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

  @Test("Models of two families share as much as a quadrature of the shared part says", arguments: [0, 0.75])
  func families(share: Double) {
    let models = ["llama", "qwen"].map { name in
      WorkerModel { profile in
        profile.family = name
        profile.correctness.sharedAcrossFamilies = share
      }
    }
    let correctness = WorkerProfile().correctness
    let both = crossMoment(correctness.accuracy, correctness.errorCorrelation, share)
    let count = (0..<tasks).count { isRight(models[0], $0) && isRight(models[1], $0, agent: 1) }
    expectRate(count, of: tasks, both, finding: 0.05)
    // Within a family nothing changes.
    let mean = correctness.accuracy
    let twoAgents = (0..<tasks).count { isRight(models[0], $0) && isRight(models[0], $0, agent: 1) }
    expectRate(twoAgents, of: tasks, mean * mean + correctness.errorCorrelation * mean * (1 - mean), finding: 0.05)
  }

  // 0.34 to 0.44 is what nine models of different families show, 2.0 to 2.4 votes in effect.
  @Test("At the defaults nine families are worth 2.0 to 2.4 independent votes")
  func effectiveVotes() {
    let correctness = WorkerProfile().correctness
    let (mean, share) = (correctness.accuracy, correctness.sharedAcrossFamilies)
    let across = (crossMoment(mean, correctness.errorCorrelation, share) - mean * mean) / (mean * (1 - mean))
    #expect(abs(across - 0.35) < 0.01)
    #expect((2.0...2.4).contains(9 / (1 + 8 * across)))
  }

  @Test("A skill moves the logit for tasks of its type, and of no other")
  func skills() {
    let model = WorkerModel(typeNames: ["sums", "words"]) { profile in
      profile.makeTasksAlike(accuracy: 0.5)
      profile.skills = ["words": 1.2, "elsewhere": 9]
    }
    #expect([0, 1, 2].map { model.strength(type: $0) } == [0, 1.2, 0])
    for (type, chance) in [(0, 0.5), (1, 1 / (1 + PortableMath.exp(-1.2)))] {
      let rights = (0..<tasks).count { index in
        let task = SwarmTask(index: index, type: type)
        return model.isRight(model.answer(to: CompletionRequest(task)), to: task)
      }
      expectRate(rights, of: tasks, chance, finding: 0.05)
    }
  }

  @Test("A greedy model gives the most probable answer but for a flip now and then", arguments: [0, 0.1])
  func greedy(flip: Double) {
    let model = WorkerModel { profile in
      profile.makeTasksAlike(accuracy: 0.6)
      profile.correctness.sampling = .greedy
      profile.correctness.flip = flip
    }
    let wrong = (0..<tasks).count { !isRight(model, $0) }
    if flip == 0 { #expect(wrong == 0) } else { expectRate(wrong, of: tasks, flip, finding: 0.05) }
  }

  @Test("No label is right more often than another")
  func labels() {
    let (model, labels) = (WorkerModel(), ["A", "B", "C", "D"])
    var counts = [0, 0, 0, 0]
    for task in 0..<tasks {
      if let label = labels.firstIndex(of: model.content(0, to: SwarmTask(index: task))) { counts[label] += 1 }
    }
    expectCounts(counts, inProportionTo: [1, 1, 1, 1], falseAlarm: falseAlarm)
    #expect(smallestDetectableDeviation(n: tasks, bins: 4, falseAlarm: falseAlarm, power: 0.99) < 0.1)
  }

  /// The probability that two models of different families, or agents with so much in common, are both right.
  private func crossMoment(_ accuracy: Double, _ correlation: Double, _ share: Double) -> Double {
    let curve = DifficultyCurve(accuracy: accuracy, errorCorrelation: correlation)
    return normalMean { common in
      let right = coarseNormalMean { curve.probability(share.squareRoot() * common + (1 - share).squareRoot() * $0) }
      return right * right
    }
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
