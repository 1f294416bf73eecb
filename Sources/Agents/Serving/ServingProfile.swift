/// How long the texts of a language model are, and how long it takes over them.
public struct ServingProfile: Sendable, Hashable {
  /// Tokens of the task's text, and of one completion.
  public var promptTokens = Lognormal(median: 757, sigma: 0.99)
  public var completionTokens = Lognormal(median: 151, sigma: 0.86)
  /// Seconds to the first token, and tokens a second from then on.
  public var firstToken = Lognormal(median: 0.7, sigma: 0.5)
  public var speed = Lognormal(median: 100, sigma: 0.25)
  /// Calls that are served at once, at least 1.
  public var concurrency = 4
  public var price = TokenPrice(input: 0.15, output: 0.60)

  public init() {}

  /// The means of the tokens of a task's text and of a completion.
  public var meanTokens: (prompt: Double, completion: Double) { (promptTokens.mean, completionTokens.mean) }
}
