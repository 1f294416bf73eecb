public import RandomStreams

/// The stochastic model of the service behind a language model: how many tokens a call has, how long an attempt takes,
/// and what becomes of it.
///
/// It keeps no state: every draw belongs to a task, an agent, a call and an attempt. Prompts and completions are drawn
/// apart: their lengths are nearly uncorrelated in traces.
///
/// A class, since a copy of all its numbers would cost more than a draw.
public final class ServingModel: Sendable {
  public let profile: ServingProfile
  private let promptTokens, completionTokens, latency, fate, backoff: NamedStreams
  /// When a provider is out of service.
  let outages: RandomStream

  /// - Parameter name: Of the service: which outages are its own.
  public init(_ profile: ServingProfile, name: String = "", streams: StreamFamily) {
    self.profile = profile
    promptTokens = streams.named("task/prompt-tokens")
    completionTokens = streams.named("call/completion-tokens")
    latency = streams.named("attempt/latency")
    fate = streams.named("attempt/fate")
    backoff = streams.named("attempt/backoff")
    outages = streams.stream("service/outages/" + name)
  }

  /// The tokens that a request and its completion hold: the task's text and all that is read, and what is said.
  public func usage(of request: CompletionRequest) -> TokenUsage {
    TokenUsage(
      prompt: TokenCount(textTokens(of: request.task.index) + Self.readTokens(of: request.turn)),
      completion: TokenCount(completionTokens(of: request)))
  }

  /// The length of a task's text, by the task's index.
  func textTokens(of task: Int) -> Int {
    var stream = promptTokens.stream(for: StreamEntity(task))
    return profile.promptTokens.draw(from: &stream)
  }

  static func readTokens(of turn: Turn) -> Int {
    var tokens = 0
    for message in turn.reading { tokens += message.tokens.value }
    return tokens
  }

  /// What is said: a judgement in short, an answer to a whole task for each of its subtasks.
  func completionTokens(of request: CompletionRequest) -> Int {
    completionTokens(
      request.entity, request.turn.instruction,
      parts: request.turn.subtask == nil ? request.task.structure.count : 1)
  }

  /// - Parameter parts: How many subtasks it is about.
  func completionTokens(_ entity: StreamEntity, _ instruction: Instruction, parts: Int) -> Int {
    var stream = completionTokens.stream(for: entity)
    switch instruction {
    case .rank, .judge, .score, .verify, .moderate, .bid: return profile.shortCompletionTokens.draw(from: &stream)
    case .plan, .summarize: return profile.completionTokens.draw(from: &stream)
    case .answer, .reflect, .merge, .oppose: return profile.completionTokens.draw(from: &stream, times: parts)
    }
  }

  /// Seconds to the first token, and from there to the end, of a hosted service.
  func seconds(_ entity: StreamEntity, attempt: Int, completion: Int) -> (first: Double, rest: Double) {
    var stream = latency.stream(for: entity)
    if attempt > 0 { stream.discard(2 * attempt) }
    let first = profile.firstToken.draw(from: &stream)
    return (first, Double(completion) / profile.speed.draw(from: &stream))
  }

  /// What becomes of an attempt that is served; `nil` for a completion.
  func fate(_ entity: StreamEntity, attempt: Int) -> CompletionFailure? {
    guard profile.failures.total > 0 else { return nil }
    var stream = fate.stream(for: entity)
    stream.discard(attempt)
    return profile.failures.fate(stream.uniform())
  }

  /// Seconds before retry `number`, from 1.
  func wait(before number: Int, _ entity: StreamEntity) -> Double {
    var stream = backoff.stream(for: entity)
    stream.discard(number - 1)
    return profile.retries.wait(before: number, draw: stream.uniform())
  }
}
