public import Agents
import ColonyModels
public import Statistics

/// An experiment as it was checked: every key has its value, every name refers to something.
public struct ExperimentFile: Sendable {
  /// The version of the file format, and of what its keys mean.
  public static let format = 1

  /// Names the folder of its results: letters, digits and '-'.
  public var name: String
  /// A headline for people, or `nil`.
  public var title: String?
  /// What is played.
  public var subject: Subject
  /// The name of the architecture or variant that differences are shown against.
  public var baseline: String
  public var replications: Replications
  public var statistics: StatisticsSettings

  /// What an experiment plays: the one or the other, by its key `architectures` or `model`.
  public enum Subject: Sendable {
    case swarm(SwarmExperiment)
    case colony(ColonyExperiment)

    /// The names of what is compared, in the order of the file.
    public var names: [String] {
      switch self {
      case .swarm(let swarm): swarm.architectures.map(\.name)
      case .colony(let colony): colony.variants.map(\.name)
      }
    }
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

extension ExperimentFile {
  /// How many cells there are: one for each architecture, or for each variant at each design point.
  var cellCount: Int {
    switch subject {
    case .swarm(let swarm): swarm.architectures.count * swarm.points.count
    case .colony(let colony): colony.variants.count * colony.points.count
    }
  }

  /// Whether a live backend, or the record of one, is needed for the runs.
  public var hasLiveBackend: Bool {
    guard case .swarm(let swarm) = subject else { return false }
    return swarm.points.contains { $0.swarm.backend.world != .simulated }
  }

  /// The endpoints that the runs ask, each once, in the order of the design points.
  public var liveSettings: [LiveSettings] {
    guard case .swarm(let swarm) = subject else { return [] }
    var found: [LiveSettings] = []
    for point in swarm.points {
      if case .live(let settings) = point.swarm.backend.world, !found.contains(settings) { found.append(settings) }
    }
    return found
  }

  /// What one replication plays: "200 tasks", "double-bridge".
  public var replicationContent: String {
    switch subject {
    case .swarm(let swarm): Self.tasks(swarm.points.map(\.swarm.workload.tasks))
    case .colony(let colony): colony.model.name
    }
  }

  /// "200 tasks"; "50 to 200 tasks" where their number is varied.
  private static func tasks(_ counts: [Int]) -> String {
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    if least < most { return "\(least) to \(most) tasks" }
    return most == 1 ? "1 task" : "\(most) tasks"
  }
}
