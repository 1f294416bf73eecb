public import Agents
public import RunRecords

/// Agents answer, read each other, answer anew, and decide at the end.
///
/// Du et al. (2023), arXiv:2305.14325, with the topologies and interventions of Choi, Zhu and Li (2025),
/// arXiv:2508.17536. The first round, in which each answers alone, counts, unless the rules count exchanges.
public struct Debate: SwarmArchitecture {
  public static let name = "debate"
  public static let summary = "Agents answer, read each other and answer anew; the last round decides."
  public static let width: String? = "debaters"

  /// Who reads whom.
  enum Topology: String, CaseIterable { case all, sparse, centralized }
  /// How the answer is taken from the last round.
  enum Final: String, CaseIterable { case vote, first, judge, confidence, quality }

  let debaters: Int
  let rounds: Int
  let hearing: Hearing
  let behaviour: DebateBehaviour
  let follow: Double
  let final: Final

  public init(_ values: ParameterValues) {
    debaters = values["debaters"]
    rounds = values["rounds"]
    hearing =
      switch Topology(rawValue: values["topology"]) ?? .all {
      case .all: .everyone
      case .sparse: .ring(neighbours: values["neighbours"])
      case .centralized: .star
      }
    behaviour = DebateBehaviour(rawValue: values["behaviour"]) ?? .plain
    follow = values["follow"]
    final = Final(rawValue: values["final"]) ?? .vote
  }

  /// Whether one more agent judges or verifies.
  private var hasJudge: Bool { behaviour == .oracle || final == .judge && debaters > 1 || final == .quality }

  public var agentsNeeded: Int { debaters + (hasJudge ? 1 : 0) }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    let panel = Panel(episode.agents.dropFirst(debaters).prefix(1), in: episode)
    let rounds = Conversation.roundCount(rounds, under: episode.rules)
    var debate = Conversation(in: episode, among: episode.agents.prefix(debaters), hearing: hearing)
    while debate.roundCount < rounds, !debate.isOver {
      let kept = try await behaviour.kept(after: debate, follow: follow, verifiers: panel, in: episode)
      guard try await debate.holdRound(keeping: kept) else { break }
    }
    let words = debate.lastWords
    switch final {
    case .vote: break
    // A first debater who never spoke leaves it to the others; one whose answer cannot be read does not.
    case .first: if let first = words.first, first.failure == nil { return first.answer }
    case .confidence: return words.mostConfident()
    case .judge: if let best = try await panel.best(of: words, round: debate.roundCount) { return best.answer }
    case .quality:
      if let best = try await panel.highestScored(of: words, round: debate.roundCount) { return best.answer }
    }
    return try await episode.vote(words, round: debate.roundCount)
  }
}
