import Agents
import RandomStreams
import TestSupport
import Testing

// A right implementation fails one comparison in 10⁷; a difference of 0.08 is found with probability 0.99.
private let falseAlarm = 1e-7
private let tasks = 2_500

@Suite("Worker model: what judges say")
struct WorkerJudgementTests {
  private func model(_ change: (inout WorkerProfile) -> Void = { _ in }) -> WorkerModel {
    WorkerModel { profile in
      profile.makeTasksAlike(accuracy: 0.6)
      change(&profile)
    }
  }

  private func request(
    _ model: WorkerModel, _ index: Int, _ instruction: Instruction, _ options: [Int], judge: Int = 9
  ) -> CompletionRequest {
    let task = SwarmTask(index: index)
    let reading = options.enumerated().map { Message(from: $0, model.content($1, to: task)) }
    return CompletionRequest(task, agent: judge, instruction, reading: reading)
  }

  private func expectRate(
    _ expected: Double, location: SourceLocation = #_sourceLocation, _ isSuccess: (Int) -> Bool
  ) {
    let successes = (0..<tasks).count(where: isSuccess)
    expectProportion(successes, of: tasks, equals: expected, falseAlarm: falseAlarm, sourceLocation: location)
    let found = smallestDetectableProportionDifference(n: tasks, p: expected, falseAlarm: falseAlarm, power: 0.99)
    #expect(found < 0.08, sourceLocation: location)
  }

  private func logistic(_ x: Double) -> Double { 1 / (1 + PortableMath.exp(-x)) }

  @Test("A judge prefers the right one of a pair with its accuracy, wherever it stands", arguments: [0.75, 0.6])
  func pairs(accuracy: Double) {
    let model = model { $0.judging.accuracy = accuracy }
    expectRate(accuracy) { model.judgement(on: request(model, $0, .judge, [0, 1])) == .choice(0) }
    expectRate(accuracy) { model.judgement(on: request(model, $0, .judge, [1, 0])) == .choice(1) }
    expectRate(0.5) { model.judgement(on: request(model, $0, .judge, [0, 0])) == .choice(0) }
  }

  @Test(
    "What was said before the task was handed on is not judged",
    arguments: [Instruction.judge, .score, .verify, .moderate, .rank])
  func briefing(instruction: Instruction) {
    let model = model()
    for index in 0..<40 {
      let alone = request(model, index, instruction, instruction == .moderate ? [2, 2] : [0, 2])
      var turn = alone.turn
      turn.reading = [Message(from: 5, nil), Message(from: 6, model.content(1, to: alone.task))] + turn.reading
      turn.briefing = 2
      let briefed = CompletionRequest(task: alone.task, turn: turn, call: 0)
      #expect(model.judgement(on: briefed) == model.judgement(on: alone))
    }
  }

  @Test("Position and authorship move a judge by their logits")
  func biases() {
    let first = model { $0.judging.positionBias = 0.7 }
    expectRate(logistic(0.7)) { first.judgement(on: request(first, $0, .judge, [1, 1])) == .choice(0) }
    let own = model { $0.judging.selfPreference = 0.9 }
    expectRate(logistic(0.9)) { own.judgement(on: request(own, $0, .judge, [1, 1], judge: 1)) == .choice(1) }
    expectRate(0.5) { own.judgement(on: request(own, $0, .judge, [1, 1])) == .choice(1) }
  }

  @Test("A right message is scored higher than a wrong one with the judge's accuracy")
  func scores() {
    let model = model()
    expectRate(0.75) { index in
      guard case .score(let right) = model.judgement(on: request(model, index, .score, [0])),
        case .score(let wrong) = model.judgement(on: request(model, index, .score, [1], judge: 8))
      else { return false }
      #expect((0...1).contains(right) && (0...1).contains(wrong))
      return right > wrong
    }
  }

  @Test("A verifier approves of right and of wrong answers with its two rates", arguments: [0, 0.4])
  func verifying(correlation: Double) {
    let model = model { profile in
      profile.verifying.truePositive = 0.8
      profile.verifying.trueNegative = 0.55
      profile.judging.correlation = correlation
    }
    expectRate(0.8) { model.judgement(on: request(model, $0, .verify, [0])) == .approval(true) }
    expectRate(0.55) { model.judgement(on: request(model, $0, .verify, [1])) == .approval(false) }
  }

  @Test("With correlation a judge fails where the own answers do, and keeps its accuracy on the whole")
  func correlation() {
    let model = WorkerModel { $0.judging.correlation = 0.4 }
    expectRate(0.75) { model.judgement(on: request(model, $0, .judge, [0, 1])) == .choice(0) }
    var (solved, unsolved) = ((right: 0, of: 0), (right: 0, of: 0))
    for index in 0..<tasks {
      let isRight = model.judgement(on: request(model, index, .judge, [0, 1])) == .choice(0)
      let task = SwarmTask(index: index)
      let answers = (0..<3).map { model.isRight(model.answer(to: CompletionRequest(task, call: $0)), to: task) }
      if answers.allSatisfy(\.self) {
        solved = (solved.right + (isRight ? 1 : 0), solved.of + 1)
      } else if !answers.contains(true) {
        unsolved = (unsolved.right + (isRight ? 1 : 0), unsolved.of + 1)
      }
    }
    // Shares of at least 200 judgements have deviations below 0.035: 0.3 apart is no accident.
    #expect(min(solved.of, unsolved.of) > 200)
    #expect(Double(solved.right) / Double(solved.of) - Double(unsolved.right) / Double(unsolved.of) > 0.3)
  }

  @Test("A moderator sees agreement in the last round, but for its error", arguments: [0, 0.2])
  func moderating(error: Double) {
    let model = model { $0.moderatingError = error }
    let agreed = [Message(from: 0, "A"), Message(from: 1, "B"), Message(from: 0, "B"), Message(from: 1, "B")]
    let silent = [Message(from: 0, "B"), Message(from: 1, nil)]
    for (reading, isSettled) in [(agreed, true), (Array(agreed.prefix(2)), false), (silent, false), ([], false)] {
      let approvals = (0..<tasks).count { index in
        model.judgement(on: CompletionRequest(task: index, .moderate, reading: reading)) == .approval(isSettled)
      }
      if error == 0 {
        #expect(approvals == tasks)
      } else {
        expectProportion(approvals, of: tasks, equals: 1 - error, falseAlarm: falseAlarm)
      }
    }
  }

  @Test("A ranking holds every answer once, the right one first as often as the agent is right")
  func ranking() {
    let model = model()
    expectRate(0.6) { index in
      guard case .ranking(let ranking) = model.judgement(on: CompletionRequest(task: index, .rank)) else {
        return false
      }
      #expect(ranking.count == 4 && Set(ranking).count == 4)
      return ranking[0] == model.solution(of: SwarmTask(index: index))
    }
    guard case .ranking(let read) = model.judgement(on: request(model, 0, .rank, [1, 2, 1])) else {
      Issue.record("no ranking")
      return
    }
    #expect(read.sorted() == [1, 2].map { model.content($0, to: SwarmTask(index: 0)) }.sorted())
  }

  @Test("A bid is the confidence of the answer that would have been given")
  func bids() {
    let model = model()
    for index in 0..<50 {
      let bid = model.judgement(on: CompletionRequest(task: index, .bid))
      #expect(bid == model.answer(to: CompletionRequest(task: index)).confidence.map { .score($0) })
      #expect(model.answer(to: CompletionRequest(task: index, .bid)) == .none)
    }
  }

  @Test("Whoever has nothing to read has nothing to judge", arguments: [Instruction.judge, .score, .verify])
  func nothing(instruction: Instruction) {
    #expect(model().judgement(on: CompletionRequest(instruction)) == nil)
  }

  @Test("Answers to whole tasks are judged by how much of them is right")
  func wholes() {
    let model = model { $0.judging.accuracy = 0.9 }
    let structure = TaskStructure(dependencies: [[], []])
    func choices(_ first: [Int], _ second: [Int]) -> Int {
      (0..<tasks).count { index in
        let task = SwarmTask(index: index, structure: structure)
        let reading = [first, second].enumerated().map { place, options in
          let parts = options.enumerated().map { Answer(model.content($1, to: task, subtask: $0)) }
          return Message(author: AgentID(place), answer: structure.joined(parts))
        }
        return model.judgement(on: CompletionRequest(task, agent: 9, .judge, reading: reading)) == .choice(0)
      }
    }
    expectProportion(choices([0, 0], [1, 1]), of: tasks, equals: 0.9, falseAlarm: falseAlarm)
    let half = choices([0, 1], [1, 1])
    #expect((tasks * 6 / 10...tasks * 85 / 100).contains(half))
  }
}
