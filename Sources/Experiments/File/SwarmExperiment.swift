public import Agents
public import RunRecords
public import SwarmArchitectures

/// Architectures of swarms on one workload.
public struct SwarmExperiment: Sendable {
  public var workload: Workload
  /// How many agents there are, at least as many as any architecture needs.
  public var agents: Int
  /// What is compared, in the order of the file.
  public var architectures: [NamedArchitecture]
  public var backend: NamedBackend

  /// The tasks of one replication, and when they come.
  public struct Workload: Sendable, Hashable {
    /// When the tasks of a replication are there to be taken up.
    public enum Arrival: Sendable, Hashable {
      /// All tasks are there at the start; the swarm works on so many of them at once.
      case batch(inFlight: Int)
      /// Tasks come one by one, as a Poisson process with so many a second, and are taken up as they come.
      case stream(rate: Double)
    }

    /// Tasks of one replication, in 1...1,000,000.
    public var tasks: Int
    public var arrival: Arrival
  }

  /// One architecture with the values of its parameters.
  public struct NamedArchitecture: Sendable {
    public var name: String
    public var kind: any SwarmArchitecture.Type
    public var values: ParameterValues

    /// The architecture, ready to solve tasks.
    public var architecture: any SwarmArchitecture { kind.init(values) }
  }

  /// The stochastic model that answers, and the endpoint that serves it.
  public struct NamedBackend: Sendable, Hashable {
    public var name: String
    public var profile: ModelProfile
  }
}
