import Synchronization

/// The account of an episode and what is left of its budget; turns write to it from wherever they run.
final class EpisodeLedger: Sendable {
  /// What calls that are under way may still take.
  struct Reservation {
    var tokens = 0
    var money = 0.0
  }

  private struct State {
    var account = EpisodeAccount()
    /// `[agent]`
    var calls: [Int]
    var reserved = Reservation()
    var hasRefused = false
    /// Where the rules want a substitute for a turn that failed.
    var last: [Kind: Message] = [:]
  }

  /// Turns of which one may stand in for another: of one agent, about the same, with the same kind of outcome.
  private struct Kind: Hashable {
    let agent: AgentID
    let subtask: Int?
    let instruction: Instruction

    /// `nil` for a judgement on messages: it says nothing about others.
    init?(_ turn: Turn) {
      switch turn.instruction {
      case .answer, .reflect, .merge, .oppose: instruction = .answer
      case .plan, .summarize, .rank, .bid: instruction = turn.instruction
      case .judge, .score, .verify, .moderate: return nil
      }
      (agent, subtask) = (turn.agent, turn.subtask)
    }
  }

  let start: EpisodeTime
  private let budget: EpisodeBudget
  private let isLimited: Bool
  private let observer: (any EpisodeObserver)?
  /// Whether there is an observer: to ask the observer itself would copy it.
  private let isObserved: Bool
  private let state: Mutex<State>

  init(agentCount: Int, budget: EpisodeBudget, start: EpisodeTime, observer: (any EpisodeObserver)?) {
    self.budget = budget
    self.start = start
    self.observer = observer
    isObserved = observer != nil
    isLimited = budget != .unlimited
    state = Mutex(State(calls: Array(repeating: 0, count: agentCount)))
  }

  var account: EpisodeAccount { state.withLock { $0.account } }

  func isSpent(at now: EpisodeTime) -> Bool {
    guard isLimited else { return false }
    return state.withLock { state in
      state.hasRefused || state.account.calls >= budget.calls ?? .max
        || now.seconds - start.seconds >= budget.seconds ?? .infinity
        || state.account.usage.total.value >= budget.tokens?.value ?? .max
        || state.account.money >= budget.money ?? .infinity
    }
  }

  /// Numbers the turns that the budget allows, the first ones first, and sets aside what they may take.
  func reserve(
    _ turns: [Turn], of task: SwarmTask, from backend: any Backend, isDelegated: Bool,
    into requests: inout [CompletionRequest]
  ) -> Reservation {
    state.withLock { state in
      guard isLimited else {
        for turn in turns { requests.append(Self.request(turn, of: task, .none, &state)) }
        return Reservation()
      }
      return reserveWithinBudget(turns, of: task, from: backend, isDelegated, into: &requests, &state)
    }
  }

  private static func request(
    _ turn: Turn, of task: SwarmTask, _ limit: CallLimit, _ state: inout State
  ) -> CompletionRequest {
    let call = state.calls[turn.agent.index]
    state.calls[turn.agent.index] = call + 1
    // Counted when it is made, so that calls under way at the same time are within the budget too.
    state.account.calls += 1
    return CompletionRequest(task: task, turn: turn, call: call, limit: limit)
  }

  private func reserveWithinBudget(
    _ turns: [Turn], of task: SwarmTask, from backend: any Backend, _ isDelegated: Bool,
    into requests: inout [CompletionRequest], _ state: inout State
  ) -> Reservation {
    let deadline = EpisodeTime(seconds: start.seconds + (budget.seconds ?? .infinity))
    var total = Reservation()
    for turn in turns {
      let draft = CompletionRequest(task: task, turn: turn, call: state.calls[turn.agent.index])
      guard state.account.calls < budget.calls ?? .max, backend.now < deadline,
        let limit = limit(for: draft, backend, state, total)
      else {
        // Who comes after a refusal is refused too: which turns are taken must not depend on their length.
        state.hasRefused = true
        break
      }
      total.tokens += limit.tokens?.value ?? 0
      total.money += limit.money ?? 0
      requests.append(
        Self.request(
          turn, of: task, CallLimit(tokens: limit.tokens, money: limit.money, deadline: deadline), &state))
    }
    addMeansOfRetries(to: &requests, from: backend, sharing: isDelegated, state, &total)
    state.reserved.tokens += total.tokens
    state.reserved.money += total.money
    return total
  }

  /// Lets calls whose attempts may fail take more of what is left, each an equal share, so that a budget which is far
  /// from spent changes nothing; a team leaves one half of it to those who work at the same time.
  private func addMeansOfRetries(
    to requests: inout [CompletionRequest], from backend: any Backend, sharing isDelegated: Bool, _ state: State,
    _ total: inout Reservation
  ) {
    let sharers = max(1, requests.count) * (isDelegated ? 2 : 1)
    let tokens = (budget.tokens?.value ?? 0) - state.account.usage.total.value - state.reserved.tokens - total.tokens
    let money = (budget.money ?? 0) - state.account.money - state.reserved.money - total.money
    for index in requests.indices {
      let retries = backend.attempts(of: requests[index]) - 1
      guard retries > 0 else { continue }
      if let limit = requests[index].limit.tokens {
        let more = max(0, min(retries * limit.value, tokens / sharers))
        requests[index].limit.tokens = limit + TokenCount(more)
        total.tokens += more
      }
      if let limit = requests[index].limit.money {
        let more = max(0, min(Double(retries) * limit, money / Double(sharers)))
        requests[index].limit.money = limit + more
        total.money += more
      }
    }
  }

  /// What a call may take of what is left, or `nil` where that is too little for its prompt and one token.
  private func limit(
    for request: CompletionRequest, _ backend: any Backend, _ state: State, _ taken: Reservation
  ) -> CallLimit? {
    guard budget.tokens != nil || budget.money != nil else { return CallLimit.none }
    let bound = backend.bound(of: request)
    var completion = bound.completion.value
    if let tokens = budget.tokens {
      let left = tokens.value - state.account.usage.total.value - state.reserved.tokens - taken.tokens
      completion = min(completion, left - bound.prompt.value)
    }
    let price = backend.price(of: request)
    if let money = budget.money {
      let left = money - state.account.money - state.reserved.money - taken.money
      let afterPrompt = left - price.bound(of: TokenUsage(prompt: bound.prompt))
      guard afterPrompt >= 0 else { return nil }
      if price.output > 0 {
        completion = Int(min(Double(completion), (afterPrompt * 1e6 / price.output).rounded(.down)))
      }
    }
    guard completion >= 1 else { return nil }
    let most = TokenUsage(prompt: bound.prompt, completion: TokenCount(completion))
    return CallLimit(
      tokens: budget.tokens == nil ? nil : most.total, money: budget.money == nil ? nil : price.bound(of: most))
  }

  func record(
    _ requests: [CompletionRequest], _ completions: [Completion], _ backend: any Backend,
    releasing reservation: Reservation
  ) {
    precondition(
      completions.count == requests.count,
      "a backend returned \(completions.count) completions for \(requests.count) requests")
    state.withLock { state in
      state.reserved.tokens -= reservation.tokens
      state.reserved.money -= reservation.money
      requests.lendEach { index, request in
        let money = backend.price(of: request).cost(of: completions[index].usage)
        if !request.turn.reading.isEmpty {
          let reader = request.turn.agent
          // Where a turn failed, there is nothing to read.
          state.account.messagesRead += request.turn.reading.count { $0.author != reader && $0.failure == nil }
        }
        state.account.usage += completions[index].usage
        state.account.money += money
        if isObserved { observer?.completed(request, completions[index], money: money) }
      }
    }
  }

  /// How many calls of an agent were begun.
  func calls(of agent: AgentID) -> Int { state.withLock { $0.calls[agent.index] } }

  /// The last message of the same agent in a turn of the same kind, for want of a new one.
  func lastMessage(for turn: Turn) -> Message? {
    state.withLock { state in Kind(turn).flatMap { state.last[$0] } }
  }

  /// Keeps the messages of turns in case that a later one of the kind fails.
  func keep(_ messages: [Message], of turns: [Turn]) {
    state.withLock { state in
      for (turn, message) in zip(turns, messages) where message.failure == nil {
        if let kind = Kind(turn) { state.last[kind] = message }
      }
    }
  }
}
