import Agents
import Foundation
import RandomStreams

/// What an endpoint answered: the text of the first choice, and what it took.
struct ChatReply: Sendable {
  /// The text; empty where the endpoint wrote none.
  let text: String
  let usage: TokenUsage
  /// Whether the endpoint said nothing about tokens.
  let isEstimated: Bool
  /// The geometric mean of the probabilities of the tokens written, in 0...1; `nil` where the endpoint sent none.
  let tokenConfidence: Double?

  /// - Parameter promptBytes: The length of the prompt, for want of a number of tokens.
  /// - Throws: `CompletionFailure.malformed`.
  init(_ body: Data, promptBytes: Int) throws {
    let document: Document
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      document = try decoder.decode(Document.self, from: body)
    } catch {
      throw CompletionFailure.malformed
    }
    guard let choice = document.choices.first else { throw CompletionFailure.malformed }
    // SQLite ends a text at a null: what goes on from here must be what a replay reads.
    text = (choice.message.content ?? "").replacing("\u{0}", with: "\u{FFFD}")
    tokenConfidence = Self.confidence(choice.logprobs?.content ?? [])
    if let usage = document.usage, Self.mostTokens ~= usage.promptTokens, Self.mostTokens ~= usage.completionTokens {
      let cached = min(max(0, usage.promptTokensDetails?.cachedTokens ?? 0), usage.promptTokens)
      self.usage = TokenUsage(
        prompt: TokenCount(usage.promptTokens), completion: TokenCount(usage.completionTokens),
        cached: TokenCount(cached))
      isEstimated = false
    } else {
      // English has about four bytes a token.
      usage = TokenUsage(
        prompt: TokenCount((promptBytes + 3) / 4), completion: TokenCount((text.utf8.count + 3) / 4))
      isEstimated = true
    }
  }

  /// What is outside was not counted; sums of what is inside stay far from overflow.
  private static let mostTokens = 0...1_000_000_000

  private static func confidence(_ tokens: [Document.Token]) -> Double? {
    guard !tokens.isEmpty else { return nil }
    let mean = tokens.reduce(0) { $0 + $1.logprob } / Double(tokens.count)
    // A token that cannot be is reported as -9999 or so, and by some servers as above 0.
    return mean.isFinite ? min(1, PortableMath.exp(mean)) : nil
  }

  private struct Document: Decodable {
    struct Choice: Decodable {
      let message: Message
      let logprobs: Logprobs?
    }
    struct Logprobs: Decodable { let content: [Token]? }
    struct Token: Decodable { let logprob: Double }
    struct Message: Decodable { let content: String? }
    struct Usage: Decodable {
      struct Details: Decodable { let cachedTokens: Int? }
      let promptTokens: Int
      let completionTokens: Int
      let promptTokensDetails: Details?
    }
    let choices: [Choice]
    let usage: Usage?
  }
}
