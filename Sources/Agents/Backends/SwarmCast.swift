/// Which model each agent of a simulated swarm is.
public struct SwarmCast: Sendable, Hashable {
  /// One model and the service behind it; agents of one member wait at the same service.
  public struct Member: Sendable, Hashable {
    /// The backend's name in the experiment file.
    public let name: String
    public let worker: WorkerProfile
    public let serving: ServingProfile
    /// The profile's difficulty curve, solved once for all runs.
    public let curve: DifficultyCurve

    /// Solves the difficulty curve; many runs should share one member.
    public init(_ name: String, worker: WorkerProfile = WorkerProfile(), serving: ServingProfile = ServingProfile()) {
      self.name = name
      self.worker = worker
      self.serving = serving
      curve = DifficultyCurve(
        accuracy: worker.correctness.accuracy, errorCorrelation: worker.correctness.errorCorrelation)
    }
  }

  /// At least one.
  public var members: [Member]
  /// `members` by the agents' places; where there are more agents, it begins anew.
  public var agents: [Int]
  /// The member that judges, scores, verifies and moderates for all; `nil` where each agent does so itself.
  public var judge: Int?

  /// - Precondition: There is a member, and every number is one of theirs.
  public init(_ members: [Member], agents: [Int]? = nil, judge: Int? = nil) {
    let agents = agents ?? Array(members.indices)
    precondition(!members.isEmpty && !agents.isEmpty, "a cast needs at least one member and one agent")
    precondition(
      (agents + [judge ?? 0]).allSatisfy(members.indices.contains), "a cast names a member that is not there")
    self.members = members
    self.agents = agents
    self.judge = judge
  }

  /// Who takes a turn.
  public func member(for turn: Turn) -> Int { member(for: turn.instruction, of: turn.agent) }

  /// Who does what an agent is told to do.
  func member(for instruction: Instruction, of agent: AgentID) -> Int {
    switch instruction {
    case .judge, .score, .verify, .moderate: judge ?? member(of: agent)
    default: member(of: agent)
    }
  }

  /// Who an agent is.
  public func member(of agent: AgentID) -> Int { agents[agent.index % agents.count] }
}
