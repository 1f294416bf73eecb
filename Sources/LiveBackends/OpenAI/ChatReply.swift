import Agents
import Foundation

/// What an endpoint answered: the text of the first choice, and what it took.
struct ChatReply: Sendable {
  /// The text; empty where the endpoint wrote none.
  let text: String
  let usage: TokenUsage
  /// Whether the endpoint said nothing about tokens.
  let isEstimated: Bool

  /// - Parameter promptBytes: The length of the prompt, for want of a number of tokens.
  /// - Throws: `CompletionFailure.malformed`.
  init(_ body: Data, promptBytes: Int) throws {
    let document: Document
    do {
      document = try JSONDecoder().decode(Document.self, from: body)
    } catch {
      throw CompletionFailure.malformed
    }
    guard let choice = document.choices.first else { throw CompletionFailure.malformed }
    text = choice.message.content ?? ""
    if let usage = document.usage, usage.prompt_tokens >= 0, usage.completion_tokens >= 0 {
      let cached = min(max(0, usage.prompt_tokens_details?.cached_tokens ?? 0), usage.prompt_tokens)
      self.usage = TokenUsage(
        prompt: TokenCount(usage.prompt_tokens), completion: TokenCount(usage.completion_tokens),
        cached: TokenCount(cached))
      isEstimated = false
    } else {
      // English has about four bytes a token.
      usage = TokenUsage(
        prompt: TokenCount((promptBytes + 3) / 4), completion: TokenCount((text.utf8.count + 3) / 4))
      isEstimated = true
    }
  }

  private struct Document: Decodable {
    struct Choice: Decodable { let message: Message }
    struct Message: Decodable { let content: String? }
    struct Usage: Decodable {
      struct Details: Decodable { let cached_tokens: Int? }
      let prompt_tokens: Int
      let completion_tokens: Int
      let prompt_tokens_details: Details?
    }
    let choices: [Choice]
    let usage: Usage?
  }
}
