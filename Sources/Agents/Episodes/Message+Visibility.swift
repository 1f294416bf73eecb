extension Message {
  /// The tokens of an answer without its reasons.
  static let bareAnswerTokens = 8

  /// The message as the rules show it to readers.
  public func seen(under rules: SwarmRules) -> Message {
    var seen = self
    switch rules.visibility {
    case .answers:
      seen.tokens = min(tokens, TokenCount(Self.bareAnswerTokens))
      seen.answer = Answer(answer.content)
      seen.text = nil
    case .reasons: seen.answer = Answer(answer.content)
    case .confidence: break
    case .anonymous:
      seen.answer = Answer(answer.content)
      seen.isAnonymous = true
    }
    return seen
  }
}
