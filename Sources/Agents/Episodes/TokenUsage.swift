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
  /// Those of the prompt that the service had read before and kept.
  public var cached: TokenCount

  public init(prompt: TokenCount = .zero, completion: TokenCount = .zero, cached: TokenCount = .zero) {
    self.prompt = prompt
    self.completion = completion
    self.cached = cached
  }

  /// What was read and what was written; they cost time and money differently.
  public var total: TokenCount { prompt + completion }

  public static func += (lhs: inout TokenUsage, rhs: TokenUsage) {
    lhs.prompt += rhs.prompt
    lhs.completion += rhs.completion
    lhs.cached += rhs.cached
  }
}

/// What a backend charges, in US dollars for a million tokens.
public struct TokenPrice: Sendable, Hashable {
  /// US dollars for a million prompt tokens.
  public let input: Double
  /// US dollars for a million completion tokens.
  public let output: Double
  /// US dollars for a million prompt tokens that the service had kept.
  public let cached: Double

  /// - Parameter cached: That of other prompt tokens where it is left out.
  /// - Precondition: All are finite and at least 0.
  public init(input: Double, output: Double, cached: Double? = nil) {
    let cached = cached ?? input
    precondition(
      input >= 0 && output >= 0 && cached >= 0 && (input + output + cached).isFinite,
      "a price is below 0 or not finite")
    self.input = input
    self.output = output
    self.cached = cached
  }

  /// The most that a usage can cost, whatever the service turns out to have kept, in US dollars.
  func bound(of usage: TokenUsage) -> Double {
    (Double(usage.prompt.value) * max(input, cached) + Double(usage.completion.value) * output) / 1e6
  }

  /// The price of a usage, in US dollars.
  public func cost(of usage: TokenUsage) -> Double {
    let fresh = Double(usage.prompt.value - usage.cached.value)
    return (fresh * input + Double(usage.cached.value) * cached + Double(usage.completion.value) * output) / 1e6
  }
}
