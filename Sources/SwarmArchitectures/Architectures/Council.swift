public import Agents
public import RunRecords

/// All members answer, each ranks the others' answers without their authors, and a chair merges what it reads.
///
/// The council of language models that Karpathy published in 2025 (`llm-council`). The first member is the chair.
public struct Council: SwarmArchitecture {
  public static let name = "council"
  public static let summary = "All answer, all rank the others' anonymous answers, and a chair merges."
  public static let width: String? = "members"
  public static let parameters: [ParameterSpecification] = [
    ParameterSpecification(
      "members", .integer(default: 4, range: 1...1_000), unit: "agents", summary: "How many agents sit in the council."),
    ParameterSpecification(
      "review", .choice(default: "rank", allowed: ["judge", "rank"]),
      summary: "Whether a member puts the others' answers in order, or names the best one."),
  ]
  public static let presets = [
    ArchitecturePreset(
      "karpathy-2025", source: "Karpathy (2025), llm-council: four members, one of them in the chair",
      parameters: ["members": .integer(4), "review": .choice("rank")])
  ]

  private let members: Int
  private let review: Instruction

  public init(_ values: ParameterValues) {
    members = values["members"]
    review = values["review"] == "judge" ? .judge : .rank
  }

  public var agentsNeeded: Int { members }

  public func cost(under rules: SwarmRules) -> ArchitectureCost {
    let members = Double(members)
    // A review is a line: names in order, or one.
    return ArchitectureCost(
      calls: 2 * members + 1, readings: members * (members - 1) + 2 * members, completions: members + 1)
  }

  public nonisolated(nonsending) func solve(_ episode: Episode) async throws -> Answer {
    let seats = Array(0..<members)
    let answers = try await episode.ask(episode.agents.prefix(members))
    let anonymous = answers.shown(under: episode.rules).map(\.withoutAuthor)
    var reviews = try await episode.take(
      all: seats.map { seat in
        Turn(episode.agents[seat], review, reading: seats.filter { $0 != seat }.map { anonymous[$0] }, round: 1)
      })
    let standing = PeerRanking(of: answers, by: reviews, under: episode.rules)
    for seat in seats { reviews[seat].quotes = standing.favourite(of: seat).map { [answers[$0].answer] } ?? [] }
    let merged = try await episode.ask(
      episode.agents[0], .merge, reading: standing.order.map { anonymous[$0] } + reviews, round: 2)
    return merged.answer.content == nil ? answers[standing.order[0]].answer : merged.answer
  }
}

extension Message {
  /// The message as readers see it who are kept from knowing who wrote it.
  fileprivate var withoutAuthor: Message {
    var message = self
    message.isAnonymous = true
    return message
  }
}
