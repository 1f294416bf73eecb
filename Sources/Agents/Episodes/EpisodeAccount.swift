/// What solving one task took.
public struct EpisodeAccount: Sendable, Hashable {
  /// Completions, those included that failed.
  public var calls = 0
  /// Messages of one agent that another read, each as often as it was read.
  public var messagesRead = 0
  public var usage = TokenUsage()
  /// US dollars.
  public var money = 0.0

  public init() {}
}

/// Who is told of every completion of an episode.
///
/// An architecture does not know of it. Calls come in the order of the requests, each batch when its last completion
/// is there, from wherever the episode runs.
public protocol EpisodeObserver: Sendable {
  /// - Parameter money: What the call cost, in US dollars.
  func completed(_ request: CompletionRequest, _ completion: Completion, money: Double)
}
