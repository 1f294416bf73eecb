/// The most that solving one task may take; what is `nil` is without limit.
///
/// It holds for an episode and all that is delegated within it.
public struct EpisodeBudget: Sendable, Hashable {
  /// Completions, those included that fail.
  public var calls: Int?
  /// Tokens read and written.
  public var tokens: TokenCount?
  /// US dollars.
  public var money: Double?
  /// Seconds from the start of the episode to its last completion.
  public var seconds: Double?

  public init(calls: Int? = nil, tokens: TokenCount? = nil, money: Double? = nil, seconds: Double? = nil) {
    self.calls = calls
    self.tokens = tokens
    self.money = money
    self.seconds = seconds
  }

  /// Nothing is ever refused for want of budget.
  public static let unlimited = EpisodeBudget()
}

/// What one call may take at most; the backend keeps to it, with whatever retries it makes.
public struct CallLimit: Sendable, Hashable {
  /// Tokens read and written, in all attempts together; `nil` without limit.
  public var tokens: TokenCount?
  /// US dollars in all attempts together; `nil` without limit.
  public var money: Double?
  /// When the answer has to be there.
  public var deadline: EpisodeTime

  public init(tokens: TokenCount? = nil, money: Double? = nil, deadline: EpisodeTime = .never) {
    self.tokens = tokens
    self.money = money
    self.deadline = deadline
  }

  /// A call may take what it needs, for as long as it needs.
  public static let none = CallLimit()
}
