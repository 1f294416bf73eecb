import Agents
import TestSupport
import Testing

@Suite("Worker model: what reading does")
struct WorkerReadingTests {
  /// What an agent reads, and how it weighs it.
  struct Reading: Sendable {
    var right = 0
    var wrong = 0
    /// The agent's own earlier answer, if it reads one.
    var own: Own?
    var priorStrength = 2.0
    var ownWeight = 0.0
    var correctPull = -0.15

    enum Own: Sendable {
      case right, wrong
    }

    /// The share of the right answer among all weights, for a view in which it has the probability p.
    func probability(_ p: Double) -> Double {
      let others = Double(right) * (1 + correctPull) + Double(wrong)
      let ownRight = own == .right ? ownWeight : 0
      return (priorStrength * p + Double(right) * (1 + correctPull) + ownRight)
        / (priorStrength + others + (own == nil ? 0 : ownWeight))
    }
  }

  // A right implementation fails one comparison in 10⁷; a difference of 0.08 is found with probability 0.99.
  @Test(
    "After reading, an answer is right with the closed form's probability",
    arguments: [
      Reading(right: 2, wrong: 1), Reading(right: 1), Reading(wrong: 4), Reading(right: 3, wrong: 3, correctPull: 0),
      Reading(right: 1, wrong: 2, correctPull: 2), Reading(right: 1, wrong: 1, correctPull: -1),
      Reading(right: 5, priorStrength: 0.01), Reading(wrong: 1, own: .right, ownWeight: 3),
      Reading(right: 2, own: .wrong, ownWeight: 1.5), Reading(right: 2, own: .wrong),
    ])
  func closedForm(reading: Reading) {
    let (accuracy, tasks) = (0.6, 2_500)
    let model = model(accuracy: accuracy, reading: reading)
    let rights = (0..<tasks).count { task in
      let (right, wrong) = labels(model, task)
      var messages = (0..<reading.right).map { Message(from: 1 + $0, right) }
      messages += (0..<reading.wrong).map { Message(from: 10 + $0, wrong) }
      if let own = reading.own { messages.append(Message(from: 0, own == .right ? right : wrong)) }
      return model.answer(to: CompletionRequest(task: task, reading: messages)).content == right
    }
    let expected = reading.probability(accuracy)
    expectProportion(rights, of: tasks, equals: expected, falseAlarm: 1e-7)
    #expect(smallestDetectableProportionDifference(n: tasks, p: expected, falseAlarm: 1e-7, power: 0.99) < 0.08)
  }

  // The same chances as above; a difference of 0.05 is found.
  @Test("Without a pull, reading the answers of others keeps the mean belief", arguments: [0, 0.5])
  func martingale(correlation: Double) {
    let tasks = 8_000
    let model = WorkerModel { profile in
      profile.correctness.errorCorrelation = correlation
      profile.reading.correctPull = 0
    }
    let rights = (0..<tasks).count { task in
      let read = (1...3).map { agent in
        Message(from: agent, model.answer(to: CompletionRequest(task: task, agent: agent)).content)
      }
      let answer = model.answer(to: CompletionRequest(task: task, call: 1, reading: read))
      return answer.content == model.solution(of: SwarmTask(index: task))
    }
    let accuracy = WorkerProfile().correctness.accuracy
    expectProportion(rights, of: tasks, equals: accuracy, falseAlarm: 1e-7)
    #expect(smallestDetectableProportionDifference(n: tasks, p: accuracy, falseAlarm: 1e-7, power: 0.99) < 0.05)
  }

  @Test("A message without a readable answer has no weight", arguments: [nil, "", "7", "Z", "é"])
  func unreadable(content: String?) {
    let model = WorkerModel()
    for task in 0..<50 {
      let read = model.answer(to: CompletionRequest(task: task, reading: [Message(from: 1, content)]))
      #expect(read == model.answer(to: CompletionRequest(task: task)))
    }
  }

  private func model(accuracy: Double, reading: Reading) -> WorkerModel {
    WorkerModel { profile in
      profile.makeTasksAlike(accuracy: accuracy)
      profile.reading.priorStrength = reading.priorStrength
      profile.reading.ownWeight = reading.ownWeight
      profile.reading.correctPull = reading.correctPull
    }
  }

  private func labels(_ model: WorkerModel, _ task: Int) -> (right: String, wrong: String) {
    let right = model.content(0, to: SwarmTask(index: task))
    return (right, right == "A" ? "B" : "A")
  }
}
