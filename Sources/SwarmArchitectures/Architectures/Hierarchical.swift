public import Agents
public import RunRecords

/// A manager plans, workers answer in its light, and the manager checks and merges what they found.
///
/// An undivided task is done by every worker; of a task with subtasks each worker does some, when what they need is
/// there. Where the merged answer is not sure enough, the workers try again, at most `loops` times. On several levels
/// the workers of a manager are managers themselves.
public struct Hierarchical: SwarmArchitecture {
  public static let name = "hierarchical"
  public static let summary = "A manager plans, workers answer, and the manager checks and merges."
  public static let width: String? = "workers"
  public static let parameters = HierarchyRules.parameters
  public static let presets = [
    ArchitecturePreset(
      "orchestrator-workers",
      source: "Anthropic (2025), How we built our multi-agent research system: 3 to 5 workers at once, and more rounds"
        + " where the lead wants them; here 4 workers and 2 rounds.",
      parameters: ["workers": .integer(4), "loops": .integer(2)])
  ]

  private let rules: HierarchyRules

  public init(_ values: ParameterValues) {
    rules = HierarchyRules(values)
  }

  public var agentsNeeded: Int { 1 + rules.count * rules.seat.size }

  public func cost(under rules: SwarmRules) -> ArchitectureCost { self.rules.cost(under: rules) }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    let manager = episode.agents[0]
    let workforce = rules.workforce(of: episode)
    let assignment = rules.assignment(of: workforce, in: episode)
    var brief = [try await episode.ask(manager, .plan)]
    var merged = Answer.none
    for loop in 0..<rules.loops where !episode.isSpent {
      var found: [Message] = []
      for wave in assignment.waves where !episode.isSpent {
        let needed = { (piece: WorkAssignment.Piece) in brief + episode.solutions(neededFor: piece, among: found) }
        found += try await workforce.results(of: wave, reading: needed, round: loop, in: episode)
      }
      let verdict = try await rules.merged(found, reading: brief, of: assignment, round: loop, in: episode)
      if verdict.answer.content != nil {
        merged = verdict.answer
        // Who says nothing about the confidence is taken at the word.
        if (merged.confidence ?? 1) >= rules.acceptAt { break }
      }
      // The next attempt reads what came out of this one; the workers' own texts stay with the manager.
      brief.append(verdict.seen(under: episode.rules))
    }
    return merged
  }
}
