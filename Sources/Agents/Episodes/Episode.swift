import Synchronization

/// One task being solved by one swarm: all that an architecture sees of the world.
///
/// It knows neither what answers (a model, a recording, a stochastic stand-in) nor whose time passes: on a simulated
/// clock and on the wall clock the same calls are made in the same way.
public struct Episode: Sendable {
  public let task: SwarmTask
  /// The swarm, in the order that breaks ties.
  public let agents: [AgentID]
  private let backend: any Backend
  private let ledger = Ledger()

  /// - Parameter agentCount: At least 1.
  public init(task: SwarmTask, agentCount: Int, backend: any Backend) {
    precondition(agentCount >= 1, "a swarm has \(agentCount) agents; it must have at least 1")
    self.task = task
    agents = (0..<agentCount).map(AgentID.init)
    self.backend = backend
  }

  /// Has one agent take a turn.
  ///
  /// - Throws: What the backend throws.
  public func take(_ turn: Turn) async throws -> Message {
    try await take(turn, call: ledger.reserveCall(of: turn.agent))
  }

  /// Has several turns taken at once, and waits for all of them.
  ///
  /// - Returns: The messages in the order of the turns, whichever came first.
  /// - Throws: The first error of a turn; the others are cancelled.
  public func take(all turns: [Turn]) async throws -> [Message] {
    // Numbered before any of them starts: which call is which must not depend on who is quicker.
    let numbered = turns.enumerated().map { (index: $0, turn: $1, call: ledger.reserveCall(of: $1.agent)) }
    return try await withThrowingTaskGroup(of: (Int, Message).self) { group in
      for (index, turn, call) in numbered {
        group.addTask { (index, try await take(turn, call: call)) }
      }
      var messages = [Message?](repeating: nil, count: turns.count)
      for try await (index, message) in group { messages[index] = message }
      return messages.compactMap(\.self)
    }
  }

  /// What the episode took so far.
  public var account: EpisodeAccount { ledger.account }

  private func take(_ turn: Turn, call: Int) async throws -> Message {
    let completion = try await backend.complete(CompletionRequest(task: task, turn: turn, call: call))
    ledger.record(completion.usage, messagesRead: turn.reading.count { $0.author != turn.agent })
    return Message(author: turn.agent, answer: completion.answer, tokens: completion.usage.completion)
  }
}

/// What solving one task took.
public struct EpisodeAccount: Sendable, Hashable {
  /// Completions.
  public var calls = 0
  /// Messages of one agent that another read, each as often as it was read.
  public var messagesRead = 0
  public var usage = TokenUsage()

  public init() {}
}

/// The account of an episode; turns write to it from wherever they run.
private final class Ledger: Sendable {
  private struct State {
    var account = EpisodeAccount()
    var calls: [AgentID: Int] = [:]
  }

  private let state = Mutex(State())

  var account: EpisodeAccount { state.withLock { $0.account } }

  func reserveCall(of agent: AgentID) -> Int {
    state.withLock { state in
      let call = state.calls[agent, default: 0]
      state.calls[agent] = call + 1
      return call
    }
  }

  func record(_ usage: TokenUsage, messagesRead: Int) {
    state.withLock { state in
      state.account.calls += 1
      state.account.messagesRead += messagesRead
      state.account.usage += usage
    }
  }
}
