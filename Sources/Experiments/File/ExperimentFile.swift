public import Agents
public import RunRecords
public import Statistics
public import SwarmArchitectures

/// An experiment as it was checked: every key has its value, every name refers to something.
public struct ExperimentFile: Sendable {
  /// The version of the file format, and of what its keys mean.
  public static let format = 1

  /// Names the folder of its results: letters, digits and '-'.
  public var name: String
  /// A headline for people, or `nil`.
  public var title: String?
  public var workload: Workload
  public var swarm: Swarm
  /// What is compared, in the order of the file.
  public var architectures: [NamedArchitecture]
  /// The name of the architecture that differences are shown against.
  public var baseline: String
  public var backend: NamedBackend
  public var replications: Replications
  public var statistics: StatisticsSettings

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

  /// What all architectures share.
  public struct Swarm: Sendable, Hashable {
    /// How many agents there are, at least as many as any architecture needs.
    public var agents: Int
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
    public var profile: WorkerProfile
    /// Calls that are served at once.
    public var concurrency: Int
    public var price: TokenPrice
  }

  /// How often each cell is run, and with which random numbers.
  public struct Replications: Sendable, Hashable {
    /// How many replications each cell gets.
    public var count: Int
    /// The root of all random streams; any number is as good as any other.
    public var seed: UInt64
    /// Whether replication r of every cell sees the same tasks and draws.
    public var commonRandomNumbers: Bool
  }

  /// How estimates and verdicts are made.
  public struct StatisticsSettings: Sendable, Hashable {
    /// The level of every interval, in 0.5...0.9999.
    public var confidence: Double
    public var correction: MultiplicityCorrection
  }
}
