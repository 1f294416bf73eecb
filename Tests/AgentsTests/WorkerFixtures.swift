import RandomStreams

@testable import Agents

extension WorkerModel {
  /// A worker like the default one, with some numbers changed, on questions that are answered by letters.
  init(
    replication: Int = 0, seed: UInt64 = 1, typeNames: [String] = [], _ change: (inout WorkerProfile) -> Void = { _ in }
  ) {
    var profile = WorkerProfile()
    change(&profile)
    let streams = StreamFamily(rootSeed: seed, replication: replication)
    self.init(
      profile, questions: LetterQuestions(streams: streams, wrongAnswers: profile.correctness.wrongAnswers),
      typeNames: typeNames, streams: streams)
  }

  /// The content of an option, 0 being the right one.
  func content(_ option: Int, to task: SwarmTask, subtask: Int = 0) -> String {
    questions.content(ofOption: option, to: task, subtask: subtask)
  }

  func solution(of task: SwarmTask) -> String? { questions.solution(of: task) }

  func isRight(_ answer: Answer, to task: SwarmTask) -> Bool { questions.isRight(answer, to: task) }
}

extension WorkerProfile {
  /// Every task as hard as every other one, so that the probability of a right answer is `accuracy` itself.
  mutating func makeTasksAlike(accuracy: Double) {
    correctness.accuracy = accuracy
    correctness.errorCorrelation = 0
  }
}

extension CompletionRequest {
  /// A request in short: whose call, for which task, after reading what.
  init(
    task: Int = 0, agent: Int = 0, call: Int = 0, _ instruction: Instruction = .answer, reading: [Message] = []
  ) {
    self.init(SwarmTask(index: task), agent: agent, call: call, instruction, reading: reading)
  }

  /// The same for a task that has more to it than its number.
  init(
    _ task: SwarmTask, agent: Int = 0, call: Int = 0, _ instruction: Instruction = .answer, reading: [Message] = [],
    subtask: Int? = nil
  ) {
    self.init(
      task: task, turn: Turn(AgentID(agent), instruction, reading: reading, subtask: subtask), call: call)
  }
}

extension Message {
  /// A message in short.
  init(from agent: Int, _ content: String?, confidence: Double? = nil, tokens: Int = 10, subtask: Int? = nil) {
    self.init(
      author: AgentID(agent), answer: Answer(content, confidence: confidence), tokens: TokenCount(tokens),
      subtask: subtask)
  }
}

/// The mean of a function of a standard normal variable, by Simpson's rule on a grid much finer than the model's own.
func normalMean(_ function: (Double) -> Double) -> Double {
  let steps = 4_000
  let width = 18.0 / Double(steps)
  var (sum, weights) = (0.0, 0.0)
  for step in 0...steps {
    let z = -9 + Double(step) * width
    let weight = (step == 0 || step == steps ? 1 : step.isMultiple(of: 2) ? 2 : 4) * PortableMath.exp(-z * z / 2)
    sum += weight * function(z)
    weights += weight
  }
  return sum / weights
}
