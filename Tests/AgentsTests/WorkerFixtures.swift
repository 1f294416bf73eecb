import Agents
import RandomStreams

extension WorkerModel {
  /// A worker like the default one, with some numbers changed.
  init(replication: Int = 0, seed: UInt64 = 1, _ change: (inout WorkerProfile) -> Void = { _ in }) {
    var profile = WorkerProfile()
    let standard = profile.correctness
    change(&profile)
    let isStandard =
      profile.correctness.accuracy == standard.accuracy
      && profile.correctness.errorCorrelation == standard.errorCorrelation
    self.init(
      profile, curve: isStandard ? Self.standardCurve : nil,
      streams: StreamFamily(rootSeed: seed, replication: replication))
  }

  /// Solved once: it takes half a second without optimisation.
  private static let standardCurve = DifficultyCurve(
    accuracy: WorkerProfile().correctness.accuracy, errorCorrelation: WorkerProfile().correctness.errorCorrelation)
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
    self.init(
      task: SwarmTask(index: task), turn: Turn(AgentID(agent), instruction, reading: reading), call: call)
  }
}

extension Message {
  /// A message in short.
  init(from agent: Int, _ content: String?, confidence: Double? = nil, tokens: Int = 10) {
    self.init(author: AgentID(agent), answer: Answer(content, confidence: confidence), tokens: TokenCount(tokens))
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
