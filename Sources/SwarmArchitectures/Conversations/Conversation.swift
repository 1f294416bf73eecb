public import Agents
import RandomStreams

/// Rounds of speech among some agents: who speaks when, who hears whom, and what is remembered, as the rules have it.
///
/// ```swift
/// var debate = Conversation(in: episode, among: episode.agents, hearing: .everyone)
/// while debate.roundCount < rounds, try await debate.holdRound() {}
/// return try await episode.vote(debate.lastWords)
/// ```
public struct Conversation: Sendable {
  /// `rounds[round]`: what was said in each round, in the order of the speakers.
  public private(set) var rounds: [[Message]] = []
  private let episode: Episode
  private let speakers: [AgentID]
  private let hearing: Hearing
  /// A retelling of all rounds but the last, where the rules want one.
  private var summary: Message?
  /// `[speaker]`: the last message with an answer.
  private var lastAnswers: [Message?]

  public init(in episode: Episode, among speakers: some Collection<AgentID>, hearing: Hearing = .everyone) {
    self.episode = episode
    self.speakers = Array(speakers)
    self.hearing = hearing
    lastAnswers = Array(repeating: nil, count: speakers.count)
  }

  /// How many rounds were held.
  public var roundCount: Int { rounds.count }

  /// What was said last, in the order of the speakers; nothing before the first round.
  public var lastRound: [Message] { rounds.last ?? [] }

  /// The last message with an answer of each speaker who gave one; of the others their last message.
  public var lastWords: [Message] {
    guard let last = rounds.last else { return [] }
    return zip(lastAnswers, last).map { $0 ?? $1 }
  }

  /// Whether as many agree as the rules want for an early end.
  public var isSettled: Bool {
    guard episode.rules.earlyStop > 0, let last = rounds.last else { return false }
    let leader = Ballot(last, under: episode.rules).leaders.first?.supporters.count ?? 0
    return Double(leader) >= episode.rules.earlyStop * Double(speakers.count)
  }

  /// How many rounds a number of them in a file is, the first answers included.
  public static func roundCount(_ rounds: Int, under rules: SwarmRules) -> Int {
    rules.counting == .answers ? rounds : rounds + 1
  }

  /// Has every speaker speak once, unless agreement or the budget has ended the conversation.
  ///
  /// - Parameter instruction: What a speaker is told; `answer` for all where it is left out.
  /// - Returns: Whether a round was held.
  @discardableResult
  public nonisolated(nonsending) mutating func holdRound(
    _ instruction: @Sendable (AgentID) -> Instruction = { _ in .answer }
  ) async throws -> Bool {
    guard !isSettled, !episode.isSpent else { return false }
    try await summarize()
    let round = rounds.count
    let said: [Message]
    switch episode.rules.order {
    case .synchronous:
      said = try await episode.take(
        all: speakers.indices.map { place in
          Turn(speakers[place], instruction(speakers[place]), reading: heard(by: place), round: round)
        })
    case .sequential: said = try await inTurn(Array(speakers.indices), instruction)
    case .random:
      var draws = episode.stream("order", round)
      var order = Array(speakers.indices)
      draws.shuffle(&order)
      said = try await inTurn(order, instruction)
    }
    guard said.contains(where: { $0.failure != .budget }) else { return false }
    rounds.append(said)
    for (place, message) in said.enumerated() where message.answer.content != nil { lastAnswers[place] = message }
    return true
  }

  /// What a speaker reads before the next round.
  ///
  /// - Parameter place: Its place among the speakers.
  public func heard(by place: Int) -> [Message] {
    guard let last = rounds.last else { return [] }
    let remembered: [[Message]] =
      switch episode.rules.context {
      case .full: rounds
      case .lastRound, .summary: [last]
      }
    let spoken = remembered.flatMap { round in
      hearing.sources(of: place, among: speakers.count).map { round[$0].seen(under: episode.rules) }
    }
    return (summary.map { [$0] } ?? []) + spoken
  }

  private nonisolated(nonsending) mutating func inTurn(
    _ order: [Int], _ instruction: @Sendable (AgentID) -> Instruction
  ) async throws -> [Message] {
    var said = [Message?](repeating: nil, count: speakers.count)
    for place in order {
      let before = hearing.sources(of: place, among: speakers.count).compactMap { said[$0] }
      let turn = Turn(
        speakers[place], instruction(speakers[place]),
        reading: heard(by: place) + before.map { $0.seen(under: episode.rules) }, round: rounds.count)
      said[place] = try await episode.take(turn)
    }
    return said.compactMap(\.self)
  }

  /// Has the first speaker retell what was said before the last round.
  private nonisolated(nonsending) mutating func summarize() async throws {
    guard episode.rules.context == .summary, rounds.count > 1, let speaker = speakers.first else { return }
    let earlier = rounds[rounds.count - 2].map { $0.seen(under: episode.rules) }
    var retold = try await episode.ask(
      speaker, .summarize, reading: (summary.map { [$0] } ?? []) + earlier, round: rounds.count)
    retold.quotes = (summary?.quotes ?? []) + earlier.map(\.answer)
    summary = retold
  }
}

extension Message {
  /// The tokens of an answer without its reasons.
  static let bareAnswerTokens = 8

  /// The message as the rules show it to readers.
  public func seen(under rules: SwarmRules) -> Message {
    var seen = self
    switch rules.visibility {
    case .answers:
      seen.tokens = min(tokens, TokenCount(Self.bareAnswerTokens))
      seen.answer = Answer(answer.content)
      seen.text = nil
    case .reasons: seen.answer = Answer(answer.content)
    case .confidence: break
    case .anonymous:
      seen.answer = Answer(answer.content)
      seen.isAnonymous = true
    }
    return seen
  }
}
