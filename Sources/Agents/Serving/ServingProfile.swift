/// How long the texts of a language model are, how long it takes over them, and how often it fails.
///
/// With the defaults nothing fails, nothing is limited, and no prompt is too long.
public struct ServingProfile: Sendable, Hashable {
  /// What becomes of a prompt that is longer than the context window.
  public enum Overflow: String, Sendable, CaseIterable {
    /// The oldest messages read are left out, as many as it takes.
    case truncate
    /// The call fails.
    case fail
  }

  /// What a service keeps of prompts.
  public enum Caching: String, Sendable, CaseIterable {
    case none
    /// What an agent's call has in common with its last one for the same task, from the start.
    case prefix
  }

  /// Tokens of the task's text, of one completion, and of one that is a mere judgement.
  public var promptTokens = TokenSampler.lognormal(median: 757, sigma: 0.99)
  public var completionTokens = TokenSampler.lognormal(median: 151, sigma: 0.86)
  public var shortCompletionTokens = TokenSampler.lognormal(median: 8, sigma: 0.5)
  /// Seconds to the first token, and tokens a second from then on, of a hosted service.
  public var firstToken = Lognormal(median: 0.7, sigma: 0.5)
  public var speed = Lognormal(median: 100, sigma: 0.25)
  /// An engine of one's own with continuous batching; `nil` for a hosted service.
  public var engine: EngineProfile?
  /// Calls that a hosted service serves at once, at least 1.
  public var concurrency = 4
  public var price = TokenPrice(input: 0.15, output: 0.60)
  /// The most prompt tokens that the model reads; `nil` without limit.
  public var contextWindow: TokenCount?
  public var overflow = Overflow.truncate
  public var caching = Caching.none
  /// The share of a common prefix that the service still has, in 0...1.
  public var cachedShare = 1.0
  public var failures = FailureRates()
  /// `nil` for a provider that is always in service.
  public var outages: OutageProfile?
  public var rateLimit = RateLimit()
  public var retries = RetryPolicy()

  public init() {}

  /// The means of the tokens of a task's text and of a completion.
  public var meanTokens: (prompt: Double, completion: Double) { (promptTokens.mean, completionTokens.mean) }

  /// How many calls are in service at once at most.
  public var places: Int { engine?.maximumBatch ?? concurrency }
}
