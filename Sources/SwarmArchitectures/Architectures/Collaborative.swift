public import Agents
public import RunRecords

/// Agents answer alone, then a vote decides.
///
/// Without further settings the plurality vote of Li et al. (2024), arXiv:2402.05120; `rule` has the other ways to
/// count. With `adaptive` nobody is asked whose vote cannot change the outcome. Ties are broken by the common rules.
public struct Collaborative: SwarmArchitecture {
  public static let name = "collaborative"
  public static let summary = "Agents answer alone, and a vote decides."
  public static let width: String? = "voters"
  public static let parameters: [ParameterSpecification] =
    [
      ParameterSpecification(
        "voters", .integer(default: 5, range: 1...1_000), unit: "agents", summary: "How many agents answer and vote."),
      ParameterSpecification(
        "adaptive", .flag(default: false), summary: "Whether the vote ends when its outcome cannot change any more."),
    ] + VotingRules.parameters + [Seat.parameter("voter")]
  public static let presets = [
    ArchitecturePreset(
      "cisc", source: "Taubenfeld et al. (2025), arXiv:2502.06233: votes weigh by the softmax of stated confidences.",
      parameters: ["rule": .choice("confidence")]),
    ArchitecturePreset(
      "more-agents", source: "Li et al. (2024), arXiv:2402.05120: 40 samples, and the most frequent answer.",
      parameters: ["voters": .integer(40)]),
  ]

  private let voters: Int
  private let isAdaptive: Bool
  private let voting: VotingRules
  private let seat: Seat

  public init(_ values: ParameterValues) {
    voters = values["voters"]
    isAdaptive = values["adaptive"]
    voting = VotingRules(values)
    seat = Seat(values["voter"])
  }

  public var agentsNeeded: Int { voters * seat.size }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    Double(voters) * seat.cost(under: rules, isJudgement: voting.rule.isRanked)
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    guard isAdaptive || voting.rule.isRanked else {
      return try await episode.elect(seat.answer(by: voters, in: episode), by: voting)
    }
    var waiting = seat.teams(voters, of: episode.agents)[...]
    var votes: [Message] = []
    while !waiting.isEmpty, votes.isEmpty || !episode.isSpent {
      let batch = isAdaptive ? episode.votesNeeded(votes, waiting.map { $0[0] }, by: voting) : voters
      guard batch > 0 else { break }
      let works = waiting.prefix(batch).map { Seat.Work($0, voting.rule.isRanked ? .rank : .answer) }
      waiting = waiting.dropFirst(batch)
      votes += try await seat.answer(works, in: episode)
    }
    return try await episode.elect(votes, by: voting)
  }
}
