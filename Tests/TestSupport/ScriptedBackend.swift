public import Agents
import Synchronization

/// A backend whose completions the test writes, and whose time the test decides: simulated, real, or none.
public final class ScriptedBackend: Backend {
  /// What is done before a call is completed: sleep on a clock, meet others, fail.
  public typealias Wait = @Sendable (CompletionRequest) async throws -> Void

  private let script: @Sendable (CompletionRequest) -> Completion
  private let wait: Wait
  private let strengths: [Double]
  private let log = Mutex<[CompletionRequest]>([])

  /// - Parameters:
  ///   - script: What is answered.
  ///   - strengths: `[agent]`: how good each is known to be, as a logit; 0 for those beyond.
  ///   - wait: What is done before a call is completed; an error that it throws is the backend's.
  public init(
    _ script: @escaping @Sendable (CompletionRequest) -> Completion, strengths: [Double] = [],
    waiting wait: @escaping Wait = { _ in }
  ) {
    self.strengths = strengths
    self.wait = wait
    self.script = script
  }

  /// All requests so far, in the order in which they came.
  public var requests: [CompletionRequest] { log.withLock { $0 } }

  public var now: EpisodeTime { .zero }

  public func bound(of request: CompletionRequest) -> TokenUsage { script(request).usage }

  public func strength(of agent: AgentID, type: Int) -> Double {
    agent.index < strengths.count ? strengths[agent.index] : 0
  }

  public func complete(_ request: CompletionRequest) async throws -> Completion {
    log.withLock { $0.append(request) }
    try await wait(request)
    return script(request)
  }
}

extension Completion {
  /// A completion in short: an answer, how sure it is, and its tokens.
  public init(_ content: String?, confidence: Double? = nil, prompt: Int = 100, completion: Int = 10) {
    self.init(
      answer: Answer(content, confidence: confidence),
      usage: TokenUsage(prompt: TokenCount(prompt), completion: TokenCount(completion)))
  }
}
