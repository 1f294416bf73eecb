public import RandomStreams

/// One task being solved by one swarm: all that an architecture sees of the world.
///
/// It knows neither what answers (a model, a recording, a stochastic stand-in) nor whose time passes: on a simulated
/// clock and on the wall clock the same calls are made in the same way.
public struct Episode: Sendable {
  public let task: SwarmTask
  /// The swarm, or the part of it that the task was handed to, in the order that breaks ties.
  public let agents: [AgentID]
  public let rules: SwarmRules
  /// The subtask that this episode is about; `nil` for the whole task.
  public let subtask: Int?
  /// What whoever handed the task on has to say: every turn reads it first.
  let briefing: [Message]
  let backend: any Backend
  let ledger: EpisodeLedger
  /// Of each part of the swarm that the task was handed down through, the last one being this; none for the whole.
  let answerLengths: [AnswerLengths]
  private let streams: StreamFamily
  /// Tells its draws from those of whoever handed the task on, and from those of an earlier time that it was handed to
  /// the same agents; 0 for the whole.
  private let handing: Int

  /// - Parameters:
  ///   - agentCount: At least 1.
  ///   - streams: For what is drawn by rules: orders of speech and ties.
  ///   - observer: Told of every completion.
  public init(
    task: SwarmTask, agentCount: Int, backend: any Backend, rules: SwarmRules = .standard,
    budget: EpisodeBudget = .unlimited, streams: StreamFamily = StreamFamily(rootSeed: 0, replication: 0),
    observer: (any EpisodeObserver)? = nil
  ) {
    precondition(agentCount >= 1, "a swarm has \(agentCount) agents; it must have at least 1")
    self.task = task
    agents = (0..<agentCount).map(AgentID.init)
    self.rules = rules
    subtask = nil
    briefing = []
    self.backend = backend
    self.streams = streams
    handing = 0
    answerLengths = []
    ledger = EpisodeLedger(agentCount: agentCount, budget: budget, start: backend.now, observer: observer)
  }

  private init(_ whole: Episode, agents: [AgentID], subtask: Int?, briefing: [Message]) {
    precondition(!agents.isEmpty, "a task is handed to nobody")
    task = whole.task
    self.agents = agents
    rules = whole.rules
    self.subtask = subtask ?? whole.subtask
    self.briefing = whole.briefing + briefing
    backend = whole.backend
    ledger = whole.ledger
    answerLengths = whole.answerLengths + [AnswerLengths()]
    streams = whole.streams
    // By the calls of the first agent: nobody but these agents makes any, however fast other teams are.
    handing = answerLengths.count << 32 | whole.ledger.calls(of: self.agents[0])
  }

  /// The same task, or one of its subtasks, handed to some of the agents; account and budget stay in common.
  ///
  /// - Parameter briefing: What each of them reads first.
  public func delegated(to agents: some Collection<AgentID>, subtask: Int? = nil, briefing: [Message] = []) -> Episode {
    Episode(self, agents: Array(agents), subtask: subtask, briefing: briefing)
  }

  // MARK: Asking

  /// Has one agent take a turn.
  ///
  /// - Returns: The message; one with a `failure` where the rules give up on the turn.
  /// - Throws: `CancellationError`, or what ends the run.
  public nonisolated(nonsending) func take(_ turn: Turn) async throws -> Message {
    try await take(all: [turn])[0]
  }

  /// Has one agent do what it is told.
  public nonisolated(nonsending) func ask(
    _ agent: AgentID, _ instruction: Instruction = .answer, reading: [Message] = [], subtask: Int? = nil, round: Int = 0
  ) async throws -> Message {
    try await take(Turn(agent, instruction, reading: reading, subtask: subtask, round: round))
  }

  /// Has several agents do the same at once.
  ///
  /// - Returns: The messages in the order of the agents, whichever came first.
  @inlinable
  public nonisolated(nonsending) func ask(
    _ agents: some Collection<AgentID>, _ instruction: Instruction = .answer, reading: [Message] = [],
    subtask: Int? = nil, round: Int = 0
  ) async throws -> [Message] {
    try await take(
      all: agents.map { Turn($0, instruction, reading: reading, subtask: subtask, round: round) })
  }

  /// Has several turns taken at once, and waits for all of them.
  ///
  /// What the rules say about failures and about answers that cannot be read is done here.
  ///
  /// - Returns: The messages in the order of the turns, whichever came first.
  /// - Throws: `CancellationError`, or what ends the run.
  public nonisolated(nonsending) func take(all turns: [Turn]) async throws -> [Message] {
    guard !turns.isEmpty else { return [] }
    let turns = subtask == nil && briefing.isEmpty ? turns : turns.map(addressed)
    var messages = try await completed(turns)
    // Most rules have nothing to do about any message.
    guard rules.failure != .drop || rules.unparseable == .retry else { return messages }
    if messages.contains(where: isToBeRepeated) { try await repeatTurns(turns, &messages) }
    if rules.failure == .substitute { ledger.keep(messages, of: turns) }
    return messages
  }

  // MARK: Judging

  /// Has an agent say which of some messages is the best, as the rules show them.
  ///
  /// - Returns: The message chosen; the first one with an answer where the judge does not say.
  public nonisolated(nonsending) func judge(
    _ candidates: [Message], by agent: AgentID, round: Int = 0
  ) async throws -> Message? {
    let readable = candidates.filter { $0.answer.content != nil }
    guard readable.count > 1 else { return readable.first }
    let shown = readable.map { $0.seen(under: rules) }
    let verdict = try await ask(agent, .judge, reading: shown, round: round)
    guard case .choice(let index) = verdict.judgement, readable.indices.contains(index) else { return readable[0] }
    return readable[index]
  }

  /// Has an agent say how good a message is, as the rules show it, in 0...1; `nil` where it does not say.
  public nonisolated(nonsending) func score(
    _ message: Message, by agent: AgentID, round: Int = 0
  ) async throws -> Double? {
    let verdict = try await ask(agent, .score, reading: [message.seen(under: rules)], round: round)
    guard case .score(let score) = verdict.judgement else { return nil }
    return score
  }

  /// Has an agent say whether a message is right, as the rules show it; `nil` where it does not say.
  public nonisolated(nonsending) func verify(
    _ message: Message, by agent: AgentID, round: Int = 0
  ) async throws -> Bool? {
    let verdict = try await ask(agent, .verify, reading: [message.seen(under: rules)], round: round)
    guard case .approval(let isRight) = verdict.judgement else { return nil }
    return isRight
  }

  // MARK: Knowing

  /// How good an agent is known to be at this task: a logit, 0 for an agent like all others.
  public func strength(of agent: AgentID) -> Double { backend.strength(of: agent, type: task.type) }

  /// Seconds since the start of the episode.
  public var elapsedSeconds: Double { backend.now.seconds - ledger.start.seconds }

  /// What the episode took so far.
  public var account: EpisodeAccount { ledger.account }

  /// The mean length of the answers given since the task was handed to these agents; 0 before the first, and in an
  /// episode that was not handed on.
  public var meanAnswerLength: TokenCount { answerLengths.last?.mean ?? .zero }

  /// Whether a further call has to be refused: the budget is used up, or has refused one already.
  public var isSpent: Bool { ledger.isSpent(at: backend.now) }

  /// A stream for what an architecture leaves to chance.
  ///
  /// - Parameters:
  ///   - purpose: Says what it is for; each has its own draws.
  ///   - number: Tells draws for one purpose apart, in 0..<4096.
  public func stream(_ purpose: String, _ number: Int = 0) -> RandomStream {
    streams.named("episode/" + purpose).stream(
      for: CompletionRequest.entity(
        task: task.index, attempt: task.attempt, agent: agents[0], call: number % 4_096 | handing << 12))
  }

  /// The turn as it is taken here: with what is to be read first, about what this episode is about.
  private func addressed(_ turn: Turn) -> Turn {
    guard subtask != nil || !briefing.isEmpty else { return turn }
    var turn = turn
    turn.reading = briefing + turn.reading
    turn.briefing += briefing.count
    turn.subtask = turn.subtask ?? subtask
    return turn
  }
}
