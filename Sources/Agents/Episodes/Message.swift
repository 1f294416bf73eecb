/// What one agent said in one turn, as others can read it.
public struct Message: Sendable, Hashable {
  public let author: AgentID
  /// What the author says the solution is; none where none was asked for, and where the turn failed.
  public var answer: Answer
  /// What the author says about what it read, where it was asked for that.
  public var judgement: Judgement?
  /// The length of the text: what it costs to read it.
  public var tokens: TokenCount
  /// What was written, reasons included; `nil` where readers see the bare answer, and where nothing is ever written.
  public var text: String?
  /// The subtask that it is about; `nil` for the whole task.
  public var subtask: Int?
  /// The answers of others that it reports, as a summary does.
  public var quotes: [Answer]
  /// Why there is nothing to read; `nil` where there is.
  public var failure: CompletionFailure?
  /// Whether readers are kept from knowing the author.
  public var isAnonymous: Bool
}

// Here and not above, as of `CompletionRequest`.
extension Message {
  /// A message of an author; what is left out is not there.
  public init(
    author: AgentID, answer: Answer = .none, judgement: Judgement? = nil, tokens: TokenCount = .zero,
    text: String? = nil, subtask: Int? = nil, quotes: [Answer] = [], isAnonymous: Bool = false,
    failure: CompletionFailure? = nil
  ) {
    self.init(
      author: author, answer: answer, judgement: judgement, tokens: tokens, text: text, subtask: subtask,
      quotes: quotes, failure: failure, isAnonymous: isAnonymous)
  }
}

/// What an agent says about the messages that it was shown.
public enum Judgement: Sendable, Hashable {
  /// The best one, by its place among the messages judged.
  case choice(Int)
  /// How good the message judged is, or how sure the author would be of an answer of its own, in 0...1.
  case score(Double)
  /// Whether the message judged is right; of a moderator, whether the matter is settled.
  case approval(Bool)
  /// Answers, the best one first.
  case ranking([String])
}

/// What an agent is told to do in one turn.
public enum Instruction: String, Sendable, Hashable, CaseIterable {
  /// Solve the task; where there is something to read, in its light.
  case answer
  /// Look over the own earlier answer, which is read, and give it anew.
  case reflect
  /// Say how the workers shall go about the task; no answer is expected.
  case plan
  /// Check the answers that are read, and give the one that the swarm shall stand by.
  case merge
  /// Take the other side against the answers that are read.
  case oppose
  /// Retell what is read in short; no answer is expected.
  case summarize
  /// Put the answers to the task in order: `Judgement.ranking`.
  case rank
  /// Say which of the messages read is the best: `Judgement.choice`.
  case judge
  /// Say how good the one message read is: `Judgement.score`.
  case score
  /// Say whether the one message read is right: `Judgement.approval`.
  case verify
  /// Say whether those whose messages are read have settled the matter: `Judgement.approval`.
  case moderate
  /// Say how sure the agent would be of an answer, without giving it: `Judgement.score`.
  case bid
}

/// One turn to be taken: who, what, and what it reads first.
public struct Turn: Sendable, Hashable {
  public let agent: AgentID
  public let instruction: Instruction
  /// Oldest first; own earlier messages included where the agent remembers them.
  public var reading: [Message]
  /// How many of the messages read, the first ones, are what whoever handed the task on has to say: a judge reads them
  /// too, but they are not what it judges.
  public var briefing = 0
  /// The subtask that it is about; `nil` for the whole task.
  public var subtask: Int?
  /// The round that it belongs to, from 0; for those who watch.
  public var round: Int
}

extension Turn {
  /// A turn on the whole task in the first round, unless something else is said.
  public init(
    _ agent: AgentID, _ instruction: Instruction, reading: [Message] = [], subtask: Int? = nil, round: Int = 0
  ) {
    self.init(
      agent: agent, instruction: instruction, reading: reading, briefing: 0, subtask: subtask, round: round)
  }

  /// What a judge, a verifier or a moderator is asked about: what is read, without the briefing.
  public var judged: ArraySlice<Message> { reading.dropFirst(briefing) }
}
