public import Agents
public import RunRecords

/// How a swarm comes to one answer: who is asked, who reads whom, and who decides.
///
/// An architecture is written once, as a process, against an abstract `Episode`. It never learns whether time is
/// simulated, and draws no random numbers but those that the episode's answers hold.
public protocol SwarmArchitecture: Sendable {
  /// The `kind` in an experiment file.
  static var name: String { get }
  /// One sentence for people.
  static var summary: String { get }
  /// What stands under `with` in an experiment file.
  static var parameters: [ParameterSpecification] { get }

  /// - Parameter values: Checked against `parameters`.
  init(_ values: ParameterValues)

  /// How many agents take part; a swarm may be larger, and the rest is idle.
  var agentsNeeded: Int { get }

  /// Solves the episode's task.
  ///
  /// - Throws: What a backend throws, or `CancellationError`.
  /// - Precondition: The episode has at least `agentsNeeded` agents.
  func solve(_ episode: Episode) async throws -> Answer
}

extension SwarmArchitecture {
  /// The architecture with the given values of some parameters, and the defaults of the others.
  ///
  /// - Precondition: Every given name is declared in `parameters`, with a value of its kind and range.
  public init(_ given: [String: ParameterValue] = [:]) {
    self.init(ParameterValues(given, for: Self.parameters))
  }
}
