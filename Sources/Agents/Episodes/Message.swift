/// What one agent said in one turn, as others can read it.
public struct Message: Sendable, Hashable {
  public let author: AgentID
  public let answer: Answer
  /// The length of the text: what it costs to read it.
  public let tokens: TokenCount

  public init(author: AgentID, answer: Answer, tokens: TokenCount) {
    self.author = author
    self.answer = answer
    self.tokens = tokens
  }
}

/// What an agent is told to do in one turn.
public enum Instruction: Sendable, Hashable {
  /// Solve the task; where there is something to read, in its light.
  case answer
  /// Say how the workers shall go about the task; no answer is expected.
  case plan
  /// Check the answers that are read, and give the one that the swarm shall stand by.
  case merge
}

/// One turn to be taken: who, what, and what it reads first.
public struct Turn: Sendable, Hashable {
  public let agent: AgentID
  public let instruction: Instruction
  /// Oldest first; own earlier messages included where the agent remembers them.
  public let reading: [Message]

  public init(_ agent: AgentID, _ instruction: Instruction, reading: [Message] = []) {
    self.agent = agent
    self.instruction = instruction
    self.reading = reading
  }
}
