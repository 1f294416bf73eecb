public import Agents
public import RunRecords

/// All agents say how sure they would be; those who bid most answer, and the surest answer wins.
///
/// A sealed-bid auction of the task. A bid is how sure the agent would be, by what its answer costs; all answers cost
/// the same here, so the bid alone decides. Ties go to the first agent.
public struct Auction: SwarmArchitecture {
  public static let name = "auction"
  public static let summary = "All agents bid; those who bid most answer, and the surest answer wins."
  public static let width: String? = "bidders"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "bidders", .integer(default: 5, range: 1...1_000), unit: "agents", summary: "How many agents bid."),
    ParameterSpecification(
      "winners", .integer(default: 1, range: 1...1_000), unit: "agents",
      summary: "How many of them answer, at most as many as bid."),
  ]

  private let bidders: Int
  private let winners: Int

  public init(_ values: ParameterValues) {
    bidders = values["bidders"]
    winners = min(bidders, values["winners"])
  }

  public var agentsNeeded: Int { bidders }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    ArchitectureCost(calls: Double(bidders + winners), completions: Double(winners))
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    let bids = try await episode.ask(episode.agents.prefix(bidders), .bid).map { message in
      // Who says nothing bids nothing; it is still asked where too few others bid.
      if case .score(let sureness) = message.judgement { sureness } else { 0.0 }
    }
    let ranking = bids.indices.sorted { bids[$0] == bids[$1] ? $0 < $1 : bids[$0] > bids[$1] }
    let chosen = ranking.prefix(winners).map { episode.agents[$0] }
    return try await episode.ask(chosen, round: 1).mostConfident()
  }
}
