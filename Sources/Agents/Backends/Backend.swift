public import RandomStreams

/// A service that completes prompts: a model, a recording, or a stochastic stand-in for one.
///
/// A call may take its time, simulated or not: it returns when the completion is there. Calls come concurrently.
public protocol Backend: Sendable {
  /// - Throws: `CancellationError`, or the reason why there is no completion.
  func complete(_ request: CompletionRequest) async throws -> Completion
}

/// One call of a backend.
public struct CompletionRequest: Sendable, Hashable {
  public let task: SwarmTask
  public let turn: Turn
  /// The number of this call among the agent's calls for the task, from 0. It tells samples of one prompt apart, in
  /// random streams as in recordings.
  public let call: Int

  public init(task: SwarmTask, turn: Turn, call: Int) {
    self.task = task
    self.turn = turn
    self.call = call
  }

  /// The entity whose random draws belong to this call.
  public var entity: StreamEntity { StreamEntity(task: task.index, agent: turn.agent.index, call: call) }
}

/// What a call of a backend returned.
public struct Completion: Sendable, Hashable {
  public let answer: Answer
  public let usage: TokenUsage

  public init(answer: Answer, usage: TokenUsage) {
    self.answer = answer
    self.usage = usage
  }
}
