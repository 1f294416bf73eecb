public import Agents
import RandomStreams

/// Completes prompts at an endpoint that speaks OpenAI's chat completions, and records every completion.
///
/// It lives in the time of the wall. A call waits for one of the endpoint's places, is sent, and where that fails in a
/// way that may pass (time-out, rate limit, server error, empty or broken response, closed connection) is sent again,
/// later each time. What then still fails is a `CompletionFailure` for the swarm to live with; a request that no
/// repetition mends ends the run with a ``LiveError``.
public struct OpenAIBackend: Backend {
  private let settings: LiveSettings
  private let writer: ChatRequestWriter
  private let extractor: AnswerExtractor
  private let exchange: ChatExchange
  private let gate: ConcurrencyGate
  private let clock: WallClock
  private let record: CompletionRecord
  private let run: String
  private let jitter: NamedStreams

  init(
    writer: ChatRequestWriter, exchange: ChatExchange, gate: ConcurrencyGate, clock: WallClock,
    record: CompletionRecord, run: String, streams: StreamFamily
  ) {
    settings = writer.settings
    self.writer = writer
    extractor = AnswerExtractor(writer.questions.form)
    self.exchange = exchange
    self.gate = gate
    self.clock = clock
    self.record = record
    self.run = run
    jitter = streams.named("live/jitter")
  }

  public var now: EpisodeTime { clock.now }

  public nonisolated(nonsending) func complete(_ request: CompletionRequest) async throws -> Completion {
    let chat = writer.chat(for: request)
    let first = request.limit.completionTokens(after: writer.bound(of: chat), price: settings.price, used: TokenUsage())
    var call = Call(
      request: request, chat: chat, issued: now,
      body: CanonicalJSON.text(writer.body(of: chat, for: request, maxTokens: max(1, first))))
    var completion = try await attempted(&call)
    completion.usage = call.usage
    completion.timing = CallTiming(issued: call.issued, started: call.started ?? call.issued, ended: now)
    completion.attempts = max(1, call.attempts)
    try await record.write(
      RecordedCompletion(request, body: call.body, completion, isUsageEstimated: call.isEstimated), run: run)
    return completion
  }

  public func bound(of request: CompletionRequest) -> TokenUsage { writer.bound(of: writer.chat(for: request)) }

  public func price(of request: CompletionRequest) -> TokenPrice { settings.price }

  // MARK: Attempts

  /// What is known of a call while it is tried.
  private struct Call {
    let request: CompletionRequest
    let chat: [ChatMessage]
    let issued: EpisodeTime
    /// That of the first attempt: what is recorded.
    let body: String
    var started: EpisodeTime?
    var attempts = 0
    /// Of all attempts together.
    var usage = TokenUsage()
    var isEstimated = false
    /// A connection found closed is opened anew once, at no cost in retries.
    var hasReopened = false
    var retriesLeft: Int = 0
  }

  private nonisolated(nonsending) func attempted(_ call: inout Call) async throws -> Completion {
    var backoff = Backoff(settings, jitter, for: call.request)
    call.retriesLeft = settings.retries
    while true {
      let (failure, retryAfter): (CompletionFailure, Double?)
      switch try await attempt(&call) {
      case .reply(let reply):
        call.usage += reply.usage
        call.isEstimated = call.isEstimated || reply.isEstimated
        guard reply.text.allSatisfy(\.isWhitespace) else { return completion(reply, of: call.request) }
        (failure, retryAfter) = (.empty, nil)
      case .connectionClosed where !call.hasReopened:
        call.hasReopened = true
        continue
      case .connectionClosed: (failure, retryAfter) = (.serverError, nil)
      case .failed(let reason, let seconds): (failure, retryAfter) = (reason, seconds)
      }
      guard call.retriesLeft > 0, failure != .budget, failure != .contextOverflow else { return Completion(failure) }
      call.retriesLeft -= 1
      let wake = now.seconds + backoff.next(asked: retryAfter)
      guard wake < call.request.limit.deadline.seconds else { return Completion(.budget) }
      try await clock.sleep(until: EpisodeTime(seconds: wake))
    }
  }

  private nonisolated(nonsending) func attempt(_ call: inout Call) async throws -> ChatExchange.Outcome {
    let maxTokens = call.request.limit.completionTokens(
      after: writer.bound(of: call.chat), price: settings.price, used: call.usage)
    let left = call.request.limit.deadline.seconds - now.seconds
    guard maxTokens >= 1, left > 0 else { return .failed(.budget, retryAfter: nil) }
    let body =
      call.attempts == 0
      ? call.body : CanonicalJSON.text(writer.body(of: call.chat, for: call.request, maxTokens: maxTokens))
    let promptBytes = call.chat.reduce(0) { $0 + $1.content.utf8.count }
    let (exchange, gate, clock, timeout) = (exchange, gate, clock, settings.timeout)
    do {
      let (started, outcome) = try await withTimeLimit(left) {
        try await gate.withPlace {
          (clock.now, try await exchange.send(body, promptBytes: promptBytes, within: timeout))
        }
      }
      call.started = call.started ?? started
      call.attempts += 1
      return outcome
    } catch CompletionFailure.timeout {
      // The attempt's own time-out is an outcome: this is the deadline of the episode.
      return .failed(.budget, retryAfter: nil)
    }
  }

  private func completion(_ reply: ChatReply, of request: CompletionRequest) -> Completion {
    var (answer, judgement) = extractor.reading(of: reply.text, to: request)
    if settings.confidence == .tokens, answer.content != nil {
      answer = Answer(answer.content, confidence: reply.tokenConfidence)
    }
    var completion = Completion(
      answer: answer, judgement: judgement, usage: reply.usage, length: reply.usage.completion)
    completion.text = reply.text
    return completion
  }
}

extension CallLimit {
  /// How many tokens one more attempt may write, at most as many as its bound; below 1 where it must not be made.
  func completionTokens(after bound: TokenUsage, price: TokenPrice, used: TokenUsage) -> Int {
    var most = bound.completion.value
    if let tokens { most = min(most, tokens.value - used.total.value - bound.prompt.value) }
    if let money {
      let left = money - price.cost(of: used) - price.cost(of: TokenUsage(prompt: bound.prompt))
      if left < 0 { return 0 }
      if price.output > 0 { most = Int(min(Double(most), (left * 1e6 / price.output).rounded(.down))) }
    }
    return most
  }
}
