/// All random streams of one replication, each by its name.
///
/// The key of a stream is a function of (root seed, replication, name) and of nothing else: another consumer, another
/// replication or another design point changes nobody's draws. Two architectures that ask for the same name and entity
/// within the same replication get the same numbers: common random numbers.
///
/// ```swift
/// let streams = StreamFamily(rootSeed: 20260101, replication: 3)
/// let difficulty = streams.named("difficulty")
/// var stream = difficulty.stream(for: StreamEntity(task.index))
/// let z = stream.normal()
/// ```
public struct StreamFamily: Sendable, Hashable {
  private let rootSeed: UInt64
  private let replication: UInt64
  private let scope: String

  /// - Parameters:
  ///   - rootSeed: The experiment's seed; any value is as good as any other.
  ///   - replication: The replication's number, at least 0.
  ///   - scope: What must not share draws with others of the same replication: the cell, where an experiment does
  ///     without common random numbers. Empty with them.
  public init(rootSeed: UInt64, replication: Int, scope: String = "") {
    precondition(replication >= 0, "replication is \(replication); it must be at least 0")
    self.rootSeed = rootSeed
    self.replication = UInt64(replication)
    self.scope = scope
  }

  /// Returns the streams of one consumer, to be kept by it: hashing the name is the only cost that grows with it.
  public func named(_ name: String) -> NamedStreams {
    // The scope is closed by a byte that no UTF-8 text holds, so that no two pairs of scope and name run together.
    let words = Philox.words(fnv1a(Array(scope.utf8) + [0xFF] + Array(name.utf8)))
    let number = Philox.words(replication)
    let block = Philox.block(
      counter: SIMD4(words[0], words[1], number[0], number[1]), key: Philox.words(rootSeed))
    return NamedStreams(key: Philox.join(block[0], block[1]))
  }

  /// Returns the stream of a consumer that needs only one.
  public func stream(_ name: String) -> RandomStream { named(name).stream(for: StreamEntity(0)) }
}

/// The streams of one consumer in one replication, one for each entity.
@frozen
public struct NamedStreams: Sendable, Hashable {
  @usableFromInline let key: UInt64

  /// - Complexity: O(1), about the cost of one addition.
  @inlinable
  public func stream(for entity: StreamEntity) -> RandomStream {
    RandomStream(key: key, entity: entity.rawValue)
  }
}

/// Whose draws a stream holds within its name: a task, or a call of an agent for a task.
@frozen
public struct StreamEntity: Sendable, Hashable {
  @usableFromInline let rawValue: UInt64

  /// - Parameter index: At least 0.
  @inlinable
  public init(_ index: Int) {
    precondition(index >= 0, "a stream's entity is \(index); it must be at least 0")
    rawValue = UInt64(index)
  }

  /// A call of an agent for a task.
  ///
  /// The three are packed, not hashed, so that no two entities can meet.
  ///
  /// - Precondition: `task` is in 0..<2³², `agent` in 0..<2²⁰, `call` in 0..<2¹².
  @inlinable
  public init(task: Int, agent: Int, call: Int) {
    precondition(0..<1 << 32 ~= task, "task is \(task); it must be in 0..<2^32")
    precondition(0..<1 << 20 ~= agent, "agent is \(agent); it must be in 0..<2^20")
    precondition(0..<1 << 12 ~= call, "call is \(call); it must be in 0..<4096")
    rawValue = UInt64(task) << 32 | UInt64(agent) << 12 | UInt64(call)
  }
}

/// Returns the 64-bit FNV-1a hash (Fowler, Noll, Vo): defined byte by byte, so it is the same in every process, which
/// `Hasher` is not.
private func fnv1a(_ bytes: [UInt8]) -> UInt64 {
  bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
}
