import Agents
import RandomStreams
import TestSupport
import Testing

// A right implementation fails one comparison in 10⁷; a difference of 0.08 is found with probability 0.99.
private let falseAlarm = 1e-7
private let tasks = 2_500

@Suite("Worker model: what instructions and habits do to reading")
struct WorkerMovesTests {
  /// How often an answer is right to tasks that are all alike, after reading right (0) and wrong (1, 2) options.
  private func expectRights(
    _ instruction: Instruction, _ expected: Double, accuracy: Double = 0.6, own: Int? = nil,
    others: [Int] = [], confidence: Double? = nil, _ change: (inout WorkerProfile) -> Void = { _ in },
    location: SourceLocation = #_sourceLocation
  ) {
    let model = WorkerModel { profile in
      profile.makeTasksAlike(accuracy: accuracy)
      profile.reading.correctPull = 0
      change(&profile)
    }
    let rights = (0..<tasks).count { index in
      let task = SwarmTask(index: index)
      var reading = others.enumerated().map { place, option in
        Message(from: 1 + place, model.content(option, to: task), confidence: confidence)
      }
      if let own { reading.append(Message(from: 0, model.content(own, to: task))) }
      return model.isRight(model.answer(to: CompletionRequest(task, instruction, reading: reading)), to: task)
    }
    expectProportion(rights, of: tasks, equals: expected, falseAlarm: falseAlarm, sourceLocation: location)
    let found = smallestDetectableProportionDifference(n: tasks, p: expected, falseAlarm: falseAlarm, power: 0.99)
    #expect(found < 0.08, sourceLocation: location)
  }

  private func logistic(_ x: Double) -> Double { 1 / (1 + PortableMath.exp(-x)) }
  private func shifted(_ p: Double, by logits: Double) -> Double {
    logistic(PortableMath.log(p / (1 - p)) + logits)
  }

  @Test("Who looks over its own answer keeps it, or works it out anew, better by the gain", arguments: [0, 1])
  func reflection(own: Int) {
    let again = shifted(0.6, by: 0.8)
    expectRights(.reflect, 0.4 * again + (own == 0 ? 0.6 : 0), own: own) { profile in
      profile.reading.reflectionFlip = 0.4
      profile.reading.reflectionGain = 0.8
    }
  }

  @Test("Who sees disagreement works the task out anew with the given probability and gain")
  func rederivation() {
    let (weighed, anew) = ((2 * 0.6 + 1) / 4, shifted(0.6, by: 2))
    expectRights(.answer, 0.7 * anew + 0.3 * weighed, others: [0, 1]) { profile in
      profile.reading.rederivation = 0.7
      profile.reading.rederivationGain = 2
    }
    // All agree: nothing to work out.
    expectRights(.answer, (2 * 0.6 + 2) / 4, others: [0, 0]) { $0.reading.rederivation = 1 }
  }

  @Test("Disagreement in an earlier round is forgotten")
  func settledDisagreement() {
    let model = WorkerModel { profile in
      profile.reading.priorStrength = 0.01
      profile.reading.rederivation = 1
      profile.reading.rederivationGain = -20
    }
    let task = SwarmTask(index: 0)
    let (right, wrong) = (model.content(0, to: task), model.content(1, to: task))
    let before = [Message(from: 1, right), Message(from: 2, wrong)]
    let after = [Message(from: 1, right), Message(from: 2, right)]
    // With a gain of -20 whoever works it out anew is wrong; the others follow what they read, right three times of four.
    let rights = (0..<200).count { call in
      model.answer(to: CompletionRequest(task, call: call, reading: before + after)).content == right
    }
    #expect((100...190).contains(rights))
    #expect(model.answer(to: CompletionRequest(task, reading: before)).content != right)
  }

  @Test("A right answer that is locked in stays, and a wrong one does not")
  func lockIn() {
    expectRights(.answer, 1, own: 0, others: [1, 1, 1]) { $0.reading.lockIn = .right }
    expectRights(.answer, 2 * 0.6 / 5, own: 1, others: [1, 1, 1]) { $0.reading.lockIn = .right }
  }

  @Test("An answer counts as much as its author is sure where confidence has a weight")
  func confidenceWeight() {
    expectRights(.answer, (1.2 + 0.4) / (2 + 0.4), others: [0], confidence: 0.4) { $0.reading.confidenceWeight = 1 }
    expectRights(.answer, (1.2 + 0.7) / (2 + 0.7), others: [0], confidence: 0.4) { $0.reading.confidenceWeight = 0.5 }
    expectRights(.answer, (1.2 + 1) / 3, others: [0]) { $0.reading.confidenceWeight = 1 }
  }

  @Test("Who merges prefers the right answer by its skill, and nobody else does")
  func merging() {
    let odds = (1.2 + 1) / (0.8 + 2) * PortableMath.exp(1)
    expectRights(.merge, odds / (1 + odds), others: [0, 1, 1]) { $0.reading.mergeSkill = 1 }
    expectRights(.answer, (1.2 + 1) / 5, others: [0, 1, 1]) { $0.reading.mergeSkill = 1 }
  }

  @Test("Having read a plan makes better by its gain")
  func plan() {
    let model = WorkerModel { profile in
      profile.makeTasksAlike(accuracy: 0.6)
      profile.reading.planGain = 1
    }
    let plan = Message(author: AgentID(5), tokens: TokenCount(50))
    var failed = plan
    failed.failure = .timeout
    for (reading, expected) in [([plan], shifted(0.6, by: 1)), ([failed], 0.6)] {
      let rights = (0..<tasks).count { index in
        let task = SwarmTask(index: index)
        return model.isRight(model.answer(to: CompletionRequest(task, reading: reading)), to: task)
      }
      expectProportion(rights, of: tasks, equals: expected, falseAlarm: falseAlarm)
    }
  }

  @Test("Who opposes gives none of the answers read while another is left", arguments: [[0], [1], [0, 1], [0, 1, 2]])
  func opposition(read: [Int]) {
    let model = WorkerModel { $0.makeTasksAlike(accuracy: 0.6) }
    for index in 0..<200 {
      let task = SwarmTask(index: index)
      let reading = read.enumerated().map { Message(from: 1 + $0, model.content($1, to: task)) }
      let answer = model.answer(to: CompletionRequest(task, .oppose, reading: reading)).content
      #expect(reading.allSatisfy { $0.answer.content != answer })
    }
    let task = SwarmTask(index: 0)
    let all = (0...3).map { Message(from: 1 + $0, model.content($0, to: task)) }
    let last = model.answer(to: CompletionRequest(task, .oppose, reading: all)).content
    #expect(last != nil && last != all[3].answer.content)
  }

  @Test("A summary counts as the answers that it reports")
  func quotes() {
    let model = WorkerModel { $0.reading.priorStrength = 0.01 }
    for index in 0..<50 {
      let task = SwarmTask(index: index)
      let wrong = model.content(2, to: task)
      let summary = Message(author: AgentID(1), quotes: [Answer(wrong), Answer(wrong), Answer(nil), Answer("?")])
      let answers = (0..<20).map { model.answer(to: CompletionRequest(task, call: $0, reading: [summary])).content }
      #expect(answers.count { $0 == wrong } > 15)
    }
  }

  @Test("Persuasion and stubbornness belong to the agents, not to the calls, and spread with their parameter")
  func traits() {
    func shares(_ change: (inout WorkerProfile) -> Void) -> [Int] {
      let model = WorkerModel { profile in
        profile.makeTasksAlike(accuracy: 0.5)
        change(&profile)
      }
      return (0..<8).map { agent in
        (0..<300).count { index in
          let task = SwarmTask(index: index)
          let read = [Message(from: 20, model.content(1, to: task)), Message(from: 21, model.content(1, to: task))]
          let request = CompletionRequest(task, agent: agent, reading: read)
          return model.isRight(model.answer(to: request), to: task)
        }
      }
    }
    let plain = shares { _ in }
    let (swayed, stubborn) = (shares { $0.reading.persuasion = 2 }, shares { $0.reading.stubbornness = 2 })
    func spread(_ counts: [Int]) -> Int { (counts.max() ?? 0) - (counts.min() ?? 0) }
    // 300 answers have a deviation of at most 8.7: eight agents alike spread over 60 once in 10⁷.
    #expect(spread(plain) < 60)
    #expect(spread(swayed) > 60)
    #expect(spread(stubborn) > 60)
  }
}
