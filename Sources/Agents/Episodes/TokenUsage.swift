/// A number of tokens, at least 0.
public struct TokenCount: Sendable, Hashable, Comparable, AdditiveArithmetic {
  /// At least 0.
  public let value: Int

  /// - Precondition: `value` is at least 0.
  public init(_ value: Int) {
    precondition(value >= 0, "a token count is \(value); it must be at least 0")
    self.value = value
  }

  public static let zero = TokenCount(0)

  public static func < (lhs: TokenCount, rhs: TokenCount) -> Bool { lhs.value < rhs.value }
  public static func + (lhs: TokenCount, rhs: TokenCount) -> TokenCount { TokenCount(lhs.value + rhs.value) }
  public static func - (lhs: TokenCount, rhs: TokenCount) -> TokenCount { TokenCount(lhs.value - rhs.value) }
}

/// What a completion, or a number of them, took in and gave out.
public struct TokenUsage: Sendable, Hashable {
  public var prompt: TokenCount
  public var completion: TokenCount

  public init(prompt: TokenCount = .zero, completion: TokenCount = .zero) {
    self.prompt = prompt
    self.completion = completion
  }

  /// What was read and what was written; they cost time and money differently.
  public var total: TokenCount { prompt + completion }

  public static func += (lhs: inout TokenUsage, rhs: TokenUsage) {
    lhs.prompt += rhs.prompt
    lhs.completion += rhs.completion
  }
}

/// What a backend charges, in US dollars for a million tokens.
public struct TokenPrice: Sendable, Hashable {
  /// US dollars for a million prompt tokens.
  public let input: Double
  /// US dollars for a million completion tokens.
  public let output: Double

  /// - Precondition: Both are finite and at least 0.
  public init(input: Double, output: Double) {
    precondition(input >= 0 && output >= 0 && (input + output).isFinite, "a price is below 0 or not finite")
    self.input = input
    self.output = output
  }

  /// The price of a usage, in US dollars.
  public func cost(of usage: TokenUsage) -> Double {
    (Double(usage.prompt.value) * input + Double(usage.completion.value) * output) / 1e6
  }
}
