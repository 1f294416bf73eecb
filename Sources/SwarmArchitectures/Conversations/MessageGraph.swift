import Agents
public import RandomStreams

/// Who reads whom in a network without cycles: messages go from lower numbers to higher ones only.
public struct MessageGraph: Sendable, Hashable {
  /// The shapes of networks, after Qian et al. (2024), arXiv:2406.07155.
  public enum Topology: String, Sendable, CaseIterable {
    /// Each reads the one before it.
    case chain
    /// All read the first one.
    case star
    /// A binary tree from the first one.
    case tree
    /// Each reads all before it.
    case mesh
    /// As many layers as the binary logarithm of the agents, whole, each of which reads all of the layer before it.
    case layered
    /// Edges drawn at random, so that all ways lead to the last one.
    case random
  }

  /// `[reader]`: whom it reads, each a lower number, in rising order.
  public let sources: [[Int]]

  /// - Parameters:
  ///   - count: At least 1.
  ///   - density: For `random`: the share of all pairs that are edges, in 0...1; one edge an agent is the least.
  ///   - draws: For `random`.
  /// - Complexity: O(count + edges); O(count²) for `random`.
  public init(_ topology: Topology, count: Int, density: Double = 0, drawingFrom draws: inout RandomStream) {
    precondition(count >= 1, "a network has \(count) agents; it must have at least 1")
    let readers = 0..<count
    switch topology {
    case .chain: sources = readers.map { $0 == 0 ? [] : [$0 - 1] }
    case .star: sources = readers.map { $0 == 0 ? [] : [0] }
    case .tree: sources = readers.map { $0 == 0 ? [] : [($0 - 1) / 2] }
    case .mesh: sources = readers.map { Array(0..<$0) }
    case .layered: sources = Self.layered(Self.layerSizes(count))
    case .random:
      sources = Self.random(count, edges: Self.edgeCount(.random, count: count, density: density), &draws)
    }
  }

  /// The readers in levels: each reads earlier levels only, and stands as early as it can.
  public var levels: [[Int]] { TaskStructure(dependencies: sources).layers }

  /// Whom nobody reads, in rising order.
  public var sinks: [Int] {
    var isRead = Array(repeating: false, count: sources.count)
    for source in sources.joined() { isRead[source] = true }
    return sources.indices.filter { !isRead[$0] }
  }

  /// How many edges a network has.
  public static func edgeCount(_ topology: Topology, count: Int, density: Double = 0) -> Int {
    let pairs = count * (count - 1) / 2
    switch topology {
    case .chain, .star, .tree: return count - 1
    case .mesh: return pairs
    case .layered:
      let sizes = layerSizes(count)
      return zip(sizes, sizes.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    case .random: return max(count - 1, Int((density * Double(pairs)).rounded()))
    }
  }

  /// How many there are in a network whom nobody reads.
  public static func sinkCount(_ topology: Topology, count: Int) -> Int {
    switch topology {
    case .chain, .mesh, .random: 1
    case .star: max(1, count - 1)
    case .tree: (count + 1) / 2
    case .layered: layerSizes(count).last ?? 1
    }
  }

  /// Equal layers; what is left over goes to the first one.
  private static func layerSizes(_ count: Int) -> [Int] {
    let layers = max(1, Int.bitWidth - 1 - count.leadingZeroBitCount)
    return (0..<layers).map { count / layers + ($0 == 0 ? count % layers : 0) }
  }

  private static func layered(_ sizes: [Int]) -> [[Int]] {
    var sources: [[Int]] = []
    var before = 0..<0
    for size in sizes {
      let layer = before.upperBound..<before.upperBound + size
      sources += layer.map { _ in Array(before) }
      before = layer
    }
    return sources
  }

  /// Everybody but the last one has a reader; further edges are drawn among all pairs that are left.
  private static func random(_ count: Int, edges: Int, _ draws: inout RandomStream) -> [[Int]] {
    let readers = (0..<count - 1).map { $0 + 1 + draws.below(count - 1 - $0) }
    var (wanted, left) = (edges - readers.count, count * (count - 1) / 2 - readers.count)
    var sources = Array(repeating: [Int](), count: count)
    for source in readers.indices {
      for reader in source + 1..<count {
        if reader == readers[source] {
          sources[reader].append(source)
          continue
        }
        // Knuth's selection sampling: each set of the wanted size is as likely as every other.
        if draws.below(left) < wanted {
          sources[reader].append(source)
          wanted -= 1
        }
        left -= 1
      }
    }
    return sources
  }
}
