public import RandomStreams

/// The stochastic model of the service behind a language model: how many tokens a call has, and how long it takes.
///
/// It keeps no state: every draw belongs to a task, an agent and a call.
public struct ServingModel: Sendable {
  public let profile: ServingProfile
  private let promptTokens, completionTokens, firstToken, speed: NamedStreams

  public init(_ profile: ServingProfile, streams: StreamFamily) {
    self.profile = profile
    promptTokens = streams.named("task/prompt-tokens")
    completionTokens = streams.named("call/completion-tokens")
    firstToken = streams.named("call/first-token")
    speed = streams.named("call/speed")
  }

  /// The tokens that a request and its completion hold: the task's text and all that is read, and what is said.
  public func usage(of request: CompletionRequest) -> TokenUsage {
    var ofTask = promptTokens.stream(for: StreamEntity(request.task.index))
    var ofCall = completionTokens.stream(for: request.entity)
    let read = request.turn.reading.reduce(TokenCount.zero) { $0 + $1.tokens }
    return TokenUsage(
      prompt: tokens(profile.promptTokens.draw(from: &ofTask)) + read,
      completion: tokens(profile.completionTokens.draw(from: &ofCall)))
  }

  /// The seconds that an endpoint is busy with a request: the time to the first token, then the speed decides.
  public func serviceSeconds(of request: CompletionRequest, usage: TokenUsage) -> Double {
    var ofFirst = firstToken.stream(for: request.entity)
    var ofSpeed = speed.stream(for: request.entity)
    return profile.firstToken.draw(from: &ofFirst)
      + Double(usage.completion.value) / profile.speed.draw(from: &ofSpeed)
  }

  private func tokens(_ value: Double) -> TokenCount {
    TokenCount(Int(min(max(1, value.rounded(.toNearestOrEven)), 1e9)))
  }
}
