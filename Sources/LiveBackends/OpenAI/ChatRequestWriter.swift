import Agents
import RandomStreams

/// Makes the body of a request: all that changes what an endpoint answers, and nothing else.
///
/// The live run sends it, the record keeps it, and a replay makes it again to compare.
struct ChatRequestWriter: Sendable {
  let settings: LiveSettings
  let questions: any QuestionSet
  private let prompts: PromptWriter
  private let seeds: NamedStreams

  init(_ settings: LiveSettings, questions: any QuestionSet, streams: StreamFamily) {
    self.settings = settings
    self.questions = questions
    prompts = PromptWriter(questions, style: settings.promptStyle, asksForConfidence: settings.confidence == .stated)
    seeds = streams.named("live/seed")
  }

  func chat(for request: CompletionRequest) -> [ChatMessage] { prompts.chat(for: request) }

  /// The most tokens that one attempt takes. No tokenizer makes more tokens of a text than it has bytes, and a chat's
  /// template adds a few to each message.
  func bound(of chat: [ChatMessage]) -> TokenUsage {
    let bytes = chat.reduce(0) { $0 + $1.content.utf8.count + 16 }
    return TokenUsage(prompt: TokenCount(bytes + 16), completion: TokenCount(settings.maxTokens))
  }

  /// - Parameter maxTokens: At least 1.
  func body(of chat: [ChatMessage], for request: CompletionRequest, maxTokens: Int) -> BodyValue {
    // Every call has a seed of its own: with one seed for all, samplers make the same draws, and agents that have
    // nothing in common answer alike. 31 bits, since some servers keep no more.
    var draws = seeds.stream(for: request.entity)
    let messages = chat.map { message in
      BodyValue.object(["role": .text(message.role.rawValue), "content": .text(message.content)])
    }
    var fields = settings.extra
    if settings.confidence == .tokens { fields["logprobs"] = .bool(true) }
    return .object(
      fields.merging([
        "model": .text(settings.model), "messages": .list(messages), "temperature": .number(settings.temperature),
        "top_p": .number(settings.topP), "max_tokens": .integer(maxTokens),
        "seed": .integer(Int(draws.next() >> 33)), "stream": .bool(false),
      ]) { _, own in own })
  }
}
