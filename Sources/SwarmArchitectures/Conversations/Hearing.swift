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
      2 * neighbours + 1 >= count
        ? Array(0..<count)
        : (-neighbours...neighbours).map { (listener + $0 + count) % count }.sorted()
    case .star: listener == 0 ? Array(0..<count) : [0, listener]
    case .chain: listener == 0 ? [0] : [listener - 1, listener]
    case .nobody: [listener]
    case .listed(let sources): sources[listener]
    }
  }
}
