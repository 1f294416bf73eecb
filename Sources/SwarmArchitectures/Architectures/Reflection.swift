public import Agents
public import RunRecords

/// One agent answers, then looks over its own last answer several times.
///
/// The single-agent baseline of Du et al. (2023), arXiv:2305.14325, and what Huang et al. (2024), arXiv:2310.01798,
/// call intrinsic self-correction: nothing is read but what the agent said itself.
public struct Reflection: SwarmArchitecture {
  public static let name = "reflection"
  public static let summary = "One agent answers, and looks over its own last answer several times."
  public static let width: String? = "reflections"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "reflections", .integer(default: 1, range: 0...1_000), unit: "turns",
      summary: "How often the agent looks over its answer.")
  ]
  public static let presets = [
    ArchitecturePreset(
      "du-2023", source: "Du et al. (2023), arXiv:2305.14325: one answer and one reflection.",
      parameters: ["reflections": .integer(1)])
  ]

  private let reflections: Int

  public init(_ values: ParameterValues) {
    reflections = values["reflections"]
  }

  public var agentsNeeded: Int { 1 }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    ArchitectureCost(calls: 1 + Double(reflections), readings: Double(reflections))
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    var last = try await episode.ask(episode.agents[0])
    for round in 0..<reflections where !episode.isSpent {
      let anew = try await episode.ask(
        episode.agents[0], .reflect, reading: [last.seen(under: episode.rules)], round: round + 1)
      // Who has nothing new to say stands by what it said.
      if anew.answer.content != nil { last = anew }
    }
    return last.answer
  }
}
