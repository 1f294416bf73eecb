import Agents
import RandomStreams

/// How long a call waits before it is tried again: twice as long each time, each wait between half and one and a half of
/// that, so that calls that failed together do not come back together.
struct Backoff {
  private var mean: Double
  private var draws: RandomStream

  /// Longer than any rate limit that is worth waiting for.
  private static let longest = 60.0

  init(_ settings: LiveSettings, _ streams: NamedStreams, for request: CompletionRequest) {
    mean = settings.backoff
    draws = streams.stream(for: request.entity)
  }

  /// - Parameter asked: What the endpoint asked for; it is waited at least.
  mutating func next(asked: Double?) -> Double {
    let wait = mean * (0.5 + draws.uniform())
    mean *= 2
    return min(max(wait, asked ?? 0), Self.longest)
  }
}
