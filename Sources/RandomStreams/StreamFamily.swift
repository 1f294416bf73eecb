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
public struct StreamFamily: Sendable, Hashable, Codable {
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
    let hash = fnv1a(name.utf8, after: fnv1a(CollectionOfOne(0xFF), after: fnv1a(scope.utf8)))
    return NamedStreams(key: Philox.block(counter: (hash, replication), key: rootSeed).low)
  }

  /// Returns the stream of a consumer that needs only one.
  public func stream(_ name: String) -> RandomStream { named(name).stream(for: StreamEntity(0)) }
}

/// The streams of one consumer in one replication, one for each entity.
@frozen
public struct NamedStreams: Sendable, Hashable, Codable {
  @usableFromInline let key: UInt64

  /// - Complexity: O(1), about the cost of one addition.
  @inlinable
  public func stream(for entity: StreamEntity) -> RandomStream {
    RandomStream(key: key, entity: entity.rawValue)
  }
}

/// Whose draws a stream holds within its name: a task, or a call of an agent for a task.
@frozen
public struct StreamEntity: Sendable, Hashable, Codable {
  @usableFromInline let rawValue: UInt64

  /// - Parameter index: At least 0.
  @inlinable
  public init(_ index: Int) {
    precondition(index >= 0, "a stream's entity is \(index); it must be at least 0")
    rawValue = UInt64(index)
  }

  /// A call of an agent for a task.
  ///
  /// The three are packed, so that no two entities can meet. Calls from 2¹² on, which hardly any agent makes, are
  /// hashed to 64 bits instead: two of 10⁸ such entities meet with a probability of 3 · 10⁻⁴.
  ///
  /// - Precondition: `task` is in 0..<2³², `agent` in 0..<2²⁰, `call` at least 0.
  @inlinable
  public init(task: Int, agent: Int, call: Int) {
    precondition(0..<1 << 32 ~= task, "task is \(task); it must be in 0..<2^32")
    precondition(0..<1 << 20 ~= agent, "agent is \(agent); it must be in 0..<2^20")
    precondition(call >= 0, "call is \(call); it must be at least 0")
    let packed = UInt64(task) << 32 | UInt64(agent) << 12 | UInt64(call & 0xFFF)
    rawValue = call < 1 << 12 ? packed : Self.hash(packed, UInt64(call) >> 12)
  }

  @usableFromInline
  static func hash(_ packed: UInt64, _ rest: UInt64) -> UInt64 {
    Philox.block(counter: (packed, rest), key: 0x9E37_79B9_7F4A_7C15).low
  }
}

/// Returns the 64-bit FNV-1a hash (Fowler, Noll, Vo): defined byte by byte, so it is the same in every process, which
/// `Hasher` is not.
private func fnv1a(_ bytes: some Sequence<UInt8>, after hash: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
  bytes.reduce(hash) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
}
