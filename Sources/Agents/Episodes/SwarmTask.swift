/// One agent of a swarm, by its place in it, from 0.
public struct AgentID: Sendable, Hashable, Comparable {
  /// From 0; streams of random numbers take it in, which allows 2²⁰ agents.
  public let index: Int

  public init(_ index: Int) {
    self.index = index
  }

  public static func < (lhs: AgentID, rhs: AgentID) -> Bool { lhs.index < rhs.index }
}

/// One problem for the swarm to solve, by its place in the workload, from 0.
///
/// Within a replication the same index is the same problem for every architecture.
public struct SwarmTask: Sendable, Hashable {
  /// From 0; streams of random numbers take it in, which allows 2³² tasks.
  public let index: Int

  public init(index: Int) {
    self.index = index
  }
}

/// What an agent, or a swarm, says the solution is.
public struct Answer: Sendable, Hashable {
  /// The answer's text, or `nil` where there is none to be read.
  public let content: String?
  /// How sure its author is to be right, in 0...1; `nil` where that is not known.
  public let confidence: Double?

  public init(_ content: String?, confidence: Double? = nil) {
    self.content = content
    self.confidence = confidence
  }

  /// What stands where nobody answered, and where a turn asks for no answer.
  public static let none = Answer(nil)
}
