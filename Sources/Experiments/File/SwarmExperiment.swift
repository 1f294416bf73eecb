public import Agents
public import RunRecords
public import SwarmArchitectures

/// Architectures of swarms on one workload.
public struct SwarmExperiment: Sendable {
  /// The most agents of a swarm.
  static let mostAgents = 100_000

  public var workload: Workload
  /// How many agents there are, at least as many as any architecture needs.
  public var agents: Int
  /// What is compared: those of the file in its order, then the baselines that matching adds.
  public var architectures: [NamedArchitecture]
  /// The models that the agents are, in turn: agent i is model i, counted round; at least one.
  public var backends: [NamedBackend]
  /// The model that judges, scores, verifies and moderates for all; `nil` where each agent does so itself.
  public var judge: NamedBackend?
  /// The most that one task may take.
  public var budget: EpisodeBudget
  /// By what the costs of the architectures are matched; `nil` where each is as large as it says.
  public var matching: CostMeasure?
  /// The metrics of every run.
  public var metrics: MetricSelection
  /// What is varied for all of them; without factors there is one design point.
  public var sweep: Sweep

  /// The first agent's model.
  public var backend: NamedBackend {
    get { backends[0] }
    set { backends[0] = newValue }
  }

  /// What one architecture may cost as much as another in.
  public enum CostMeasure: String, Sendable, Hashable, CaseIterable {
    case calls, tokens, money
  }

  /// One architecture with the values of its parameters.
  public struct NamedArchitecture: Sendable {
    public var name: String
    public var kind: any SwarmArchitecture.Type
    public var values: ParameterValues
    /// Values of `SwarmRules.parameters`.
    public var ruleValues: ParameterValues
    /// The rules that the swarm does not give: a sweep of the swarm's rules leaves them as they are.
    var ownRules: Set<String> = []

    /// - Parameter ruleValues: The defaults where they are left out.
    public init(
      name: String, kind: any SwarmArchitecture.Type, values: ParameterValues,
      ruleValues: ParameterValues = ParameterValues(for: SwarmRules.parameters)
    ) {
      self.name = name
      self.kind = kind
      self.values = values
      self.ruleValues = ruleValues
    }

    /// The architecture, ready to solve tasks.
    public var architecture: any SwarmArchitecture { kind.init(values) }
    /// How its agents talk and decide.
    public var rules: SwarmRules { SwarmRules(ruleValues) }
    /// What one undivided task takes, when no turn fails and nothing ends early.
    public var cost: ArchitectureCost { architecture.cost(under: rules) }
  }

  /// A model by name, and how it is served.
  public struct NamedBackend: Sendable, Hashable {
    public var name: String
    /// How it works and is served; of a live one what it is taken for where costs are foretold.
    public var profile: ModelProfile
    public var world = World.simulated

    /// Where its answers come from.
    public enum World: Sendable, Hashable {
      /// The stochastic model of the profile, in simulated time.
      case simulated
      /// An endpoint, on the time of the wall; all that it says is recorded.
      case live(LiveSettings)
      /// What the live backend of a name said in an earlier run, in simulated time.
      case recorded(LiveSettings, of: String)

      /// Those of the endpoint; `nil` where there is none.
      public var settings: LiveSettings? {
        switch self {
        case .simulated: nil
        case .live(let settings), .recorded(let settings, _): settings
        }
      }
    }
  }

  /// What is varied, and the experiment at each of its points.
  public struct Sweep: Sendable {
    public var design = SweepDesign.grid
    public var factors: [Factor] = []
    /// At least one where there are factors.
    public var points: [Point] = []

    /// A key of the file that is varied.
    public struct Factor: Sendable, Hashable {
      /// The path of the key.
      public var path: String
      /// The last key of it, behind those that tell it apart where several factors end alike.
      public var name: String
      /// In the order of the file, at least one.
      public var levels: [ParameterValue]
    }

    /// The experiment with each factor at one of its levels.
    public struct Point: Sendable {
      public var levels: [FactorLevel]
      public var swarm: SwarmExperiment
    }
  }

  /// The design points in order, the last factor running fastest; one without levels where nothing is varied.
  public var points: [Sweep.Point] {
    sweep.factors.isEmpty ? [Sweep.Point(levels: [], swarm: self)] : sweep.points
  }

  /// Gives the experiment and all its design points as many agents as the largest architecture needs.
  mutating func provideAgents() {
    agents = points.flatMap(\.swarm.architectures).map(\.architecture.agentsNeeded).max() ?? agents
    agents = architectures.map(\.architecture.agentsNeeded).reduce(agents, max)
    for place in sweep.points.indices { sweep.points[place].swarm.agents = agents }
  }
}
