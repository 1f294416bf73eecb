public import Agents

/// Answers what was recorded, at the recorded times.
///
/// It lives by a clock that is handed in, a simulated one as a rule: an hour of a live run passes in milliseconds, and
/// every time in it is the same to the bit. What was not recorded, or not for this very request, ends the run: it is
/// never made up.
public struct RecordedBackend: Backend {
  let clock: any EpisodeClock
  private let run: RecordedRun
  /// As of `RecordedRun`.
  var onlyFailure: String? { run.onlyFailure }
  private let writer: ChatRequestWriter

  init(_ run: RecordedRun, writer: ChatRequestWriter, clock: any EpisodeClock) {
    self.run = run
    self.writer = writer
    self.clock = clock
  }

  public var now: EpisodeTime { clock.now }

  public nonisolated(nonsending) func complete(_ request: CompletionRequest) async throws -> Completion {
    let chat = writer.chat(for: request)
    let maxTokens = request.limit.completionTokens(
      after: writer.bound(of: chat), price: writer.settings.price, used: TokenUsage())
    let body = CanonicalJSON.text(writer.body(of: chat, for: request, maxTokens: max(1, maxTokens)))
    let completion = try run.completion(of: request, body: body)
    try await clock.sleep(until: completion.timing.ended)
    return completion
  }

  public func bound(of request: CompletionRequest) -> TokenUsage { writer.bound(of: writer.chat(for: request)) }

  public func price(of request: CompletionRequest) -> TokenPrice { writer.settings.price }

  func episode(_ task: SwarmTask) throws(LiveError) -> (start: EpisodeTime, end: EpisodeTime) {
    try run.times(of: task)
  }
}
