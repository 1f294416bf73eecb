public import RandomStreams

/// A service that completes prompts: a model, a recording, or a stochastic stand-in for one.
///
/// A call may take its time, simulated or not: it returns when the completion is there. Calls come concurrently.
public protocol Backend: Sendable {
  /// The time of the world that the backend lives in.
  var now: EpisodeTime { get }

  /// Completes one request.
  ///
  /// - Throws: `CompletionFailure` where the swarm has to do without; `CancellationError`; or what ends the run.
  nonisolated(nonsending) func complete(_ request: CompletionRequest) async throws -> Completion

  /// Completes several requests that are made at once.
  ///
  /// - Returns: `[request]`, in the order of the requests, whichever was answered first; those that failed with their
  ///   failure.
  /// - Throws: `CancellationError`, or what ends the run.
  nonisolated(nonsending) func complete(_ requests: [CompletionRequest]) async throws -> [Completion]

  /// The most tokens that one attempt at a request can take, known before it is made.
  func bound(of request: CompletionRequest) -> TokenUsage

  /// How many attempts at a request may take tokens, at least 1.
  func attempts(of request: CompletionRequest) -> Int

  /// What a call of an agent costs.
  func price(of request: CompletionRequest) -> TokenPrice

  /// How good an agent is known to be at tasks of a type: a logit, 0 for an agent like all others.
  func strength(of agent: AgentID, type: Int) -> Double
}

extension Backend {
  public nonisolated(nonsending) func complete(_ requests: [CompletionRequest]) async throws -> [Completion] {
    try await withThrowingTaskGroup(of: (Int, Completion).self) { group in
      for (index, request) in requests.enumerated() {
        group.addTask { (index, try await completion(of: request)) }
      }
      var completions = [Completion?](repeating: nil, count: requests.count)
      for try await (index, completion) in group { completions[index] = completion }
      return completions.compactMap(\.self)
    }
  }

  private func completion(of request: CompletionRequest) async throws -> Completion {
    let issued = now
    do {
      return try await complete(request)
    } catch let failure as CompletionFailure {
      return Completion(failure, timing: CallTiming(issued: issued, started: issued, ended: now))
    }
  }

  public func attempts(of request: CompletionRequest) -> Int { 1 }

  public func price(of request: CompletionRequest) -> TokenPrice { TokenPrice(input: 0, output: 0) }

  public func strength(of agent: AgentID, type: Int) -> Double { 0 }
}

/// One call of a backend.
public struct CompletionRequest: Sendable, Hashable {
  public let task: SwarmTask
  public let turn: Turn
  public internal(set) var limit: CallLimit
  /// The number of this call among the agent's calls for the task, from 0. It tells samples of one prompt apart, in
  /// random streams as in recordings.
  public let call: Int
}

// Here and not above: an initialiser that assigns the properties itself makes the struct in one place and copies it to
// another, counting every reference in it; the one that comes with the struct makes it where it belongs.
extension CompletionRequest {
  /// A call without limits, unless some are given.
  public init(task: SwarmTask, turn: Turn, call: Int, limit: CallLimit = .none) {
    self.init(task: task, turn: turn, limit: limit, call: call)
  }

  /// The entity whose random draws belong to this call.
  public var entity: StreamEntity {
    Self.entity(task: task.index, attempt: task.attempt, agent: turn.agent, call: call)
  }

  static func entity(task: Int, attempt: Int, agent: AgentID, call: Int) -> StreamEntity {
    // A workload has at most 2²⁰ tasks; the attempt goes above them.
    StreamEntity(task: task | attempt << 20, agent: agent.index, call: call)
  }
}

/// What a call of a backend returned: an answer or a judgement, or why there is none.
public struct Completion: Sendable, Hashable {
  public var answer: Answer
  public var judgement: Judgement?
  /// What was written, where something is.
  public var text: String?
  /// The tokens of the prompt, and those of the completion; with those of failed attempts.
  public var usage: TokenUsage
  public var timing: CallTiming
  /// How often the service was tried, at least 1.
  public var attempts: Int
  /// The length of the text that others may read.
  public var length: TokenCount
  /// Why there is no completion; `nil` where there is one.
  public var failure: CompletionFailure?
}

extension Completion {
  /// - Parameter length: All completion tokens where it is left out.
  public init(
    answer: Answer, judgement: Judgement? = nil, usage: TokenUsage, timing: CallTiming = CallTiming(),
    attempts: Int = 1, length: TokenCount? = nil
  ) {
    self.init(
      answer: answer, judgement: judgement, text: nil, usage: usage, timing: timing, attempts: attempts,
      length: length ?? usage.completion, failure: nil)
  }

  /// A call without a completion, and what it took all the same.
  public init(
    _ failure: CompletionFailure, usage: TokenUsage = TokenUsage(), timing: CallTiming = CallTiming(), attempts: Int = 1
  ) {
    self.init(
      answer: .none, judgement: nil, text: nil, usage: usage, timing: timing, attempts: attempts, length: .zero,
      failure: failure)
  }
}

/// When a call was made, when the service took it up, and when the answer was there.
public struct CallTiming: Sendable, Hashable {
  public var issued: EpisodeTime
  public var started: EpisodeTime
  public var ended: EpisodeTime

  public init(issued: EpisodeTime = .zero, started: EpisodeTime = .zero, ended: EpisodeTime = .zero) {
    self.issued = issued
    self.started = started
    self.ended = ended
  }
}
