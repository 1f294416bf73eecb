public import Agents
public import RunRecords

/// Agents post answers on a board and read the most strongly marked ones; marks fade unless they are renewed.
///
/// Stigmergy: agents never talk to each other. A post marks its answer, the same answer marks it again, and so does the
/// approval of a reviewer; a share of every mark is lost each round. The most strongly marked answer wins.
public struct Blackboard: SwarmArchitecture {
  public static let name = "blackboard"
  public static let summary = "Agents post to a board whose marks fade; the most strongly marked answer wins."
  public static let width: String? = "agents"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "agents", .integer(default: 5, range: 1...1_000), unit: "agents", summary: "How many agents post."),
    ParameterSpecification(
      "rounds", .integer(default: 3, range: 1...100), unit: "rounds", summary: "How often each agent posts."),
    ParameterSpecification(
      "shown", .integer(default: 5, range: 0...1_000), unit: "messages",
      summary: "How many posts an agent reads, those with the strongest marks."),
    ParameterSpecification(
      "evaporation", .number(default: 0.1, range: 0...1), unit: "per round",
      summary: "The share of every mark that is lost each round."),
    ParameterSpecification(
      "reviewers", .integer(default: 0, range: 0...1_000), unit: "agents",
      summary: "How many others verify each post; an approval marks it once more."),
  ]
  public static let presets = [false, true].map { lasts in
    ArchitecturePreset(
      lasts ? "stigmergy-without-decay" : "stigmergy",
      source: "After the pressure fields (2026) of arXiv:2601.08129: agents meet in the medium only"
        + (lasts ? ", and no mark fades" : ""),
      parameters: ["evaporation": .number(lasts ? 0 : 0.1)], rules: ["order": .choice("sequential")])
  }

  private let agents, rounds, shown, reviewers: Int
  private let evaporation: Double

  public init(_ values: ParameterValues) {
    agents = values["agents"]
    rounds = values["rounds"]
    shown = values["shown"]
    evaporation = values["evaporation"]
    reviewers = min(values["reviewers"], agents - 1)
  }

  public var agentsNeeded: Int { agents }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let posts = agents * rounds
    // At once, agents read what was posted before their round; in turns, all that was posted before them.
    let step = rules.order == .synchronous ? agents : 1
    let read = stride(from: 0, to: posts, by: step).reduce(0) { $0 + step * min(shown, $1) }
    let reviews = Double(posts * reviewers)
    return ArchitectureCost(calls: Double(posts), readings: Double(read))
      + ArchitectureCost(calls: reviews, readings: reviews, completions: 0)
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    var board = Board(capacity: agents * rounds, under: episode.rules)
    for round in 0..<rounds where !episode.isSpent {
      board.evaporate(evaporation)
      var posts: [Message] = []
      for group in episode.speakingOrder(of: Array(episode.agents.prefix(agents)), round: round) {
        let new = try await episode.ask(group, reading: board.strongest(shown), round: round)
        for post in new { board.post(post) }
        for post in try await approved(new, round, in: episode) { board.approve(post) }
        posts += new
      }
      if episode.isSettled(by: posts, outOf: agents) { break }
    }
    let (leaders, share) = board.leaders
    return try await Answer(episode.vote(leaders).content, confidence: leaders.isEmpty ? nil : share)
  }

  /// Posts, each as often as one of its reviewers approves of it.
  private nonisolated(nonsending) func approved(
    _ posts: [Message], _ round: Int, in episode: Episode
  ) async throws -> [Message] {
    let reviews = posts.filter { $0.answer.content != nil }.flatMap { post in
      let author = episode.agents.firstIndex(of: post.author) ?? 0
      return (0..<reviewers).map { (reviewer: (author + 1 + $0) % agents, post: post) }
    }
    let verdicts = try await episode.take(
      all: reviews.map { review in
        Turn(
          episode.agents[review.reviewer], .verify, reading: [review.post.seen(under: episode.rules)], round: round)
      })
    return zip(reviews, verdicts).filter { $1.judgement == .approval(true) }.map(\.0.post)
  }
}
