public import Agents
public import RunRecords

/// A manager plans, workers answer in its light, and the manager checks and merges what they found.
///
/// The orchestrator and its workers, one level deep: a plan, one answer a worker, one merge. Where the manager is not
/// sure of the merged answer, it hands that back and the workers try again, as often as `loops` allows.
///
/// Its answer is the manager's own, after reading: unlike a vote it can be wrong where most workers are right.
public struct Hierarchical: SwarmArchitecture {
  public static let name = "hierarchical"
  public static let summary = "A manager plans, workers answer, and the manager checks and merges."
  public static let width: String? = "workers"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "workers", .integer(default: 4, range: 1...1_000), unit: "agents", summary: "How many agents work."),
    ParameterSpecification(
      "loops", .integer(default: 1, range: 1...100), unit: "rounds", summary: "How often the workers may be sent out."),
    ParameterSpecification(
      "accept_at", .number(default: 0.8, range: 0...1), unit: "confidence",
      summary: "The stated confidence from which the manager accepts its merged answer."),
    Seat.parameter("worker"),
  ]

  private let workers: Int
  private let loops: Int
  private let acceptAt: Double
  private let seat: Seat

  public init(_ values: ParameterValues) {
    workers = values["workers"]
    loops = values["loops"]
    acceptAt = values["accept_at"]
    seat = Seat(values["worker"])
  }

  public var agentsNeeded: Int { workers * seat.size + 1 }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let (loops, workers) = (Double(loops), Double(workers))
    // Every worker of loop k reads the plan and k - 1 merged answers; the manager reads those and what was found.
    let briefs = loops * (loops + 1) / 2
    return ArchitectureCost(calls: 1 + loops, readings: (workers + 1) * briefs + loops * workers)
      + loops * workers * seat.cost(under: rules)
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    let manager = episode.agents[0]
    let teams = seat.teams(workers, of: episode.agents.dropFirst())
    var brief = [try await episode.ask(manager, .plan)]
    var merged = Answer.none
    for loop in 0..<loops where !episode.isSpent {
      let found = try await seat.answer(teams.map { Seat.Work($0, reading: brief, round: loop) }, in: episode)
      let verdict = try await episode.ask(manager, .merge, reading: brief + found, round: loop)
      if verdict.answer.content != nil || loop == 0 { merged = verdict.answer }
      // Who says nothing about the confidence is taken at the word; who gives no answer is not.
      if merged.content != nil, (merged.confidence ?? 1) >= acceptAt { break }
      // The next attempt reads what came out of this one; the workers' own texts stay with the manager.
      brief.append(verdict)
    }
    return merged
  }
}
