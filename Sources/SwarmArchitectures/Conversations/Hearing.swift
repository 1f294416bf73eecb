/// Who hears whom in a conversation; everybody hears what it said itself.
public enum Hearing: Sendable, Hashable {
  /// All hear all.
  case everyone
  /// Each hears so many neighbours on either side, in a ring.
  case ring(neighbours: Int)
  /// The first speaker hears all; the others hear it.
  case star
  /// Each hears the one before it.
  case chain
  /// Nobody hears others.
  case nobody
  /// `[listener]`: whom it hears, itself included where it does, in rising order.
  case listed([[Int]])

  /// Whose messages a listener reads, in rising order.
  ///
  /// - Complexity: O(sources), and O(neighbours log neighbours) in a ring.
  public func sources(of listener: Int, among count: Int) -> [Int] {
    switch self {
    case .everyone: Array(0..<count)
    case .ring(let neighbours):
      isEveryone(among: count)
        ? Array(0..<count)
        : (-neighbours...neighbours).map { (listener + $0 + count) % count }.sorted()
    case .star: listener == 0 ? Array(0..<count) : [0, listener]
    case .chain: listener == 0 ? [0] : [listener - 1, listener]
    case .nobody: [listener]
    case .listed(let sources): sources[listener]
    }
  }

  /// Whether all hear all, as in a ring that every neighbourhood goes round.
  ///
  /// - Complexity: O(1).
  public func isEveryone(among count: Int) -> Bool {
    switch self {
    case .everyone: true
    // Compared so that no number of neighbours overflows.
    case .ring(let neighbours): neighbours > (count - 2) / 2
    case .star: count <= 2
    case .chain, .nobody: count <= 1
    case .listed: false
    }
  }

  /// How many messages are heard where each of so many speaks once, and how many of them before the listener speaks
  /// where they speak in order; own messages are among the first and not among the second.
  ///
  /// - Complexity: O(1) where all hear all, otherwise O(messages).
  public func messagesHeard(among count: Int) -> (all: Int, sooner: Int) {
    if isEveryone(among: count) { return (count * count, count * (count - 1) / 2) }
    return (0..<count).reduce(into: (all: 0, sooner: 0)) { heard, listener in
      let sources = sources(of: listener, among: count)
      heard.all += sources.count
      heard.sooner += sources.count { $0 < listener }
    }
  }
}
