public import Agents
public import RunRecords

/// How a swarm comes to one answer: who is asked, who reads whom, and who decides.
///
/// An architecture is written once, as a process, against an abstract `Episode`. It never learns whether time is
/// simulated, and draws no random numbers but those of the episode.
public protocol SwarmArchitecture: Sendable {
  /// The `kind` in an experiment file.
  static var name: String { get }
  /// One sentence for people.
  static var summary: String { get }
  /// What stands under `with` in an experiment file.
  static var parameters: [ParameterSpecification] { get }
  /// Settings by name, each from a source; sorted by name.
  static var presets: [ArchitecturePreset] { get }
  /// The whole-number parameter that costs are matched by: more of it are more calls; `nil` where there is none.
  static var width: String? { get }

  /// - Parameter values: Checked against `parameters`.
  init(_ values: ParameterValues)

  /// How many agents take part; a swarm may be larger, and the rest is idle.
  var agentsNeeded: Int { get }

  /// What solving one undivided task takes when no turn fails and nothing ends early.
  func cost(under rules: SwarmRules) -> ArchitectureCost

  /// Solves the episode's task.
  ///
  /// Where the budget is spent, it answers with what it has.
  ///
  /// - Throws: `CancellationError`, or what ends the run.
  /// - Precondition: The episode has at least `agentsNeeded` agents.
  nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer
}

extension SwarmArchitecture {
  public static var presets: [ArchitecturePreset] { [] }
  public static var width: String? { nil }

  /// The architecture with the given values of some parameters, and the defaults of the others.
  ///
  /// - Precondition: Every given name is declared in `parameters`, with a value of its kind and range.
  public init(_ given: [String: ParameterValue] = [:]) {
    self.init(ParameterValues(given, for: Self.parameters))
  }
}

/// Values of parameters and rules that belong together: an architecture as a paper has it.
public struct ArchitecturePreset: Sendable {
  /// The `preset` in an experiment file, in `kebab-case`.
  public let name: String
  /// Where it is from: authors, year, and what of it is set.
  public let source: String
  public let parameters: [String: ParameterValue]
  /// What is given of `SwarmRules.parameters`.
  public let rules: [String: ParameterValue]

  public init(
    _ name: String, source: String, parameters: [String: ParameterValue] = [:], rules: [String: ParameterValue] = [:]
  ) {
    self.name = name
    self.source = source
    self.parameters = parameters
    self.rules = rules
  }
}
