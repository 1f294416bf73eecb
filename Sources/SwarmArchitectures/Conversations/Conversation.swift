public import Agents
import RandomStreams

/// Rounds of speech among some agents: who speaks when, who hears whom, and what is remembered, as the rules have it.
///
/// ```swift
/// var debate = Conversation(in: episode, among: episode.agents, hearing: .everyone)
/// while debate.roundCount < rounds, try await debate.holdRound() {}
/// return try await episode.vote(debate.lastWords)
/// ```
///
/// A turn that failed says nothing: nobody reads it, and what its agent said before it still stands.
public struct Conversation: Sendable {
  /// `rounds[round]`: what was said in each round, in the order of the speakers.
  public private(set) var rounds: [[Message]] = []
  /// The last message of each speaker, with an answer or without; where every turn of a speaker failed, the first one.
  public private(set) var lastWords: [Message] = []
  private let episode: Episode
  private let speakers: [AgentID]
  private let order: SwarmRules.Order
  /// `[listener]`; one for all where all hear all.
  private var memories: [ConversationMemory]
  /// `[speaker]`: whose memories a message goes to.
  private let listeners: [[Int]]

  /// - Parameter order: Who speaks when; as the rules have it where it is left out.
  public init(
    in episode: Episode, among speakers: some Collection<AgentID>, hearing: Hearing = .everyone,
    order: SwarmRules.Order? = nil
  ) {
    self.episode = episode
    self.speakers = Array(speakers)
    self.order = order ?? episode.rules.order
    let count = speakers.count
    let memory = ConversationMemory(episode.rules.context)
    if hearing.isEveryone(among: count) {
      memories = [memory]
      listeners = Array(repeating: [0], count: count)
    } else {
      memories = Array(repeating: memory, count: count)
      var listeners = [[Int]](repeating: [], count: count)
      for listener in 0..<count {
        for source in hearing.sources(of: listener, among: count) { listeners[source].append(listener) }
      }
      self.listeners = listeners
    }
  }

  /// How many rounds were held.
  public var roundCount: Int { rounds.count }

  /// What was said last, in the order of the speakers; nothing before the first round.
  public var lastRound: [Message] { rounds.last ?? [] }

  /// Whether as many agree in their last words as the rules want for an early end.
  public var isSettled: Bool {
    !rounds.isEmpty && episode.isSettled(by: lastWords, outOf: speakers.count)
  }

  /// Whether agreement or the budget has ended the conversation.
  public var isOver: Bool { isSettled || episode.isSpent }

  /// How many rounds a number of them in a file is, the first answers included.
  public static func roundCount(_ rounds: Int, under rules: SwarmRules) -> Int {
    rules.counting == .answers ? rounds : rounds + 1
  }

  /// Has every speaker speak once, unless agreement or the budget has ended the conversation.
  ///
  /// - Parameters:
  ///   - instruction: What a speaker is told; `answer` for all where it is left out.
  ///   - kept: `[speaker]`: what counts as said by a speaker in place of what it answers; empty for nothing.
  /// - Returns: Whether a round was held.
  /// - Complexity: O(messages heard) beside the turns: no earlier round is copied.
  @discardableResult
  public nonisolated(nonsending) mutating func holdRound(
    _ instruction: @Sendable (AgentID) -> Instruction = { _ in .answer }, keeping kept: [Message?] = []
  ) async throws -> Bool {
    guard !isOver else { return false }
    try await summarize()
    let said: [Message]
    switch order {
    case .synchronous: said = try await atOnce(instruction, kept)
    case .sequential: said = try await inTurn(Array(speakers.indices), instruction, kept)
    case .random:
      var draws = episode.stream("order", rounds.count)
      var order = Array(speakers.indices)
      draws.shuffle(&order)
      said = try await inTurn(order, instruction, kept)
    }
    guard said.contains(where: { $0.failure != .budget }) else { return false }
    rounds.append(said)
    if rounds.count == 1 { lastWords = said }
    for (place, message) in said.enumerated() where message.failure == nil { lastWords[place] = message }
    return true
  }

  /// What a speaker reads before its next turn, oldest first.
  ///
  /// - Parameter place: Its place among the speakers.
  public func heard(by place: Int) -> [Message] {
    memories[memories.count == 1 ? 0 : place].reading
  }

  private func turn(of place: Int, _ instruction: (AgentID) -> Instruction) -> Turn {
    Turn(speakers[place], instruction(speakers[place]), reading: heard(by: place), round: rounds.count)
  }

  private nonisolated(nonsending) mutating func atOnce(
    _ instruction: @Sendable (AgentID) -> Instruction, _ kept: [Message?]
  ) async throws -> [Message] {
    var said = try await episode.take(all: speakers.indices.map { turn(of: $0, instruction) })
    guard said.contains(where: { $0.failure != .budget }) else { return said }
    for (place, message) in kept.enumerated() where said[place].failure != .budget {
      said[place] = message ?? said[place]
    }
    for index in memories.indices { memories[index].forgetAll() }
    for (place, message) in said.enumerated() { tell(message, from: place) }
    return said
  }

  private nonisolated(nonsending) mutating func inTurn(
    _ order: [Int], _ instruction: @Sendable (AgentID) -> Instruction, _ kept: [Message?]
  ) async throws -> [Message] {
    var said = [Message?](repeating: nil, count: speakers.count)
    for place in order {
      var message = try await episode.take(turn(of: place, instruction))
      if message.failure != .budget, let standing = kept.isEmpty ? nil : kept[place] { message = standing }
      for listener in listeners[place] { memories[listener].forget(place) }
      tell(message, from: place)
      said[place] = message
    }
    return said.compactMap(\.self)
  }

  private mutating func tell(_ message: Message, from place: Int) {
    guard message.failure == nil else { return }
    let seen = message.seen(under: episode.rules)
    for listener in listeners[place] { memories[listener].hear(seen, from: place) }
  }

  /// Has retold what is no longer reread: by the first speaker where all hear all, otherwise by each for itself.
  private nonisolated(nonsending) mutating func summarize() async throws {
    guard episode.rules.context == .summary else { return }
    let tellers = memories.indices.filter { !memories[$0].readingToRetell.isEmpty }
    let retellings = try await episode.take(
      all: tellers.map {
        Turn(speakers[$0], .summarize, reading: memories[$0].readingToRetell, round: rounds.count)
      })
    for (teller, retelling) in zip(tellers, retellings) { memories[teller].keep(retelling) }
  }
}
