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
  /// From 0; streams of random numbers take it in, which allows 2²⁰ tasks.
  public let index: Int
  /// Which attempt at the problem this is, from 0: attempts differ in what is drawn, not in what is asked.
  public let attempt: Int
  /// The place of its type in the workload's list of types, from 0; agents may have a strength for one.
  public let type: Int
  /// The subtasks that it decomposes into; one for a task that is not to be divided.
  public let structure: TaskStructure

  public init(index: Int, attempt: Int = 0, type: Int = 0, structure: TaskStructure = .undivided) {
    self.index = index
    self.attempt = attempt
    self.type = type
    self.structure = structure
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
