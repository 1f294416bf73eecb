import SimulationKernel

// How a call is tried: limits, outages, the line, the service, and again.

extension CompletionServices {
  /// Measures a call and makes its first attempt.
  ///
  /// - Parameter request: By its address: a copy would count references up and down.
  mutating func begin(
    _ index: Int, _ request: UnsafePointer<CompletionRequest>, _ scheduler: inout Schedule
  ) {
    let now = scheduler.now.seconds
    let text = measure(index, request, at: now)
    let service = Int(calls[index].service)
    if calls[index].prompt > services[service].window { return refuse(index, .contextOverflow, &scheduler) }
    let deadline = request.pointee.limit.deadline.seconds
    guard deadline > now, fit(index) else { return refuse(index, .budget, &scheduler) }
    if services[service].prefixes != nil {
      let common = services[service].prefixes?.tokens(
        request.pointee, text: text, reading: request.pointee.turn.reading.dropFirst(Int(calls[index].dropped)))
      calls[index].cached = min(calls[index].prompt, Int(services[service].terms.cachedShare * Double(common ?? 0)))
    }
    if deadline < .infinity {
      calls[index].deadline = scheduler.scheduleCancellable(
        event(.deadline, index), at: SimulationTime(seconds: deadline))
    }
    attempt(index, &scheduler)
  }

  /// Fills the row of a call: its lengths, its limits, and what the context window has no room for.
  ///
  /// - Returns: The tokens of the task's text.
  private mutating func measure(
    _ index: Int, _ request: UnsafePointer<CompletionRequest>, at now: Double
  ) -> Int {
    let service = cast.member(for: request.pointee.turn.instruction, of: request.pointee.turn.agent)
    calls[index].service = Int32(service)
    services[service].calls += 1
    let text = services[service].textTokens(of: request.pointee.task.index)
    var read = ServingModel.readTokens(of: request.pointee.turn)
    var dropped = 0
    if text + read > services[service].window, services[service].terms.truncates {
      while text + read > services[service].window, dropped < request.pointee.turn.reading.count {
        read -= request.pointee.turn.reading[dropped].tokens.value
        dropped += 1
      }
    }
    calls[index].entity = CompletionRequest.entity(
      task: request.pointee.task.index, attempt: request.pointee.task.attempt, agent: request.pointee.turn.agent,
      call: request.pointee.call)
    calls[index].dropped = Int32(dropped)
    calls[index].attempts = 0
    calls[index].isCut = false
    calls[index].spent = TokenUsage()
    calls[index].prompt = text + read
    calls[index].completion = services[service].completionTokens(
      calls[index].entity, request.pointee.turn.instruction,
      parts: request.pointee.turn.subtask == nil ? request.pointee.task.structure.count : 1)
    calls[index].cached = 0
    calls[index].tokenLimit = request.pointee.limit.tokens?.value ?? .max
    calls[index].moneyLimit = request.pointee.limit.money ?? .infinity
    calls[index].deadline = nil
    calls[index].issued = now
    calls[index].started = -1
    return text
  }

  private mutating func refuse(_ index: Int, _ failure: CompletionFailure, _ scheduler: inout Schedule) {
    services[Int(calls[index].service)].note(failure)
    finish(index, failure, &scheduler)
  }

  /// Cuts the completion to what the call may take; false where that is not a token.
  private mutating func fit(_ index: Int) -> Bool {
    guard calls[index].tokenLimit < .max || calls[index].moneyLimit < .infinity else { return true }
    let allowed = allowedCompletion(index)
    guard allowed >= 1 else { return false }
    if allowed < calls[index].completion {
      calls[index].completion = allowed
      calls[index].isCut = true
    }
    return true
  }

  /// The completion tokens that the limits of a call leave for its next attempt.
  private func allowedCompletion(_ index: Int) -> Int {
    let call = calls[index]
    var allowed = call.tokenLimit == .max ? Int.max : call.tokenLimit - call.spent.total.value - call.prompt
    if call.moneyLimit < .infinity {
      let price = services[Int(call.service)].terms.price
      // As the ledger reckons it: whatever may be cached.
      let left =
        call.moneyLimit - price.cost(of: call.spent) - price.bound(of: TokenUsage(prompt: TokenCount(call.prompt)))
      // A limit that was made from a number of tokens shall not lose one of them to rounding.
      let tokens = price.output > 0 ? (left * 1e6 / price.output + 1e-6).rounded(.down) : left >= -1e-15 ? 1e15 : 0
      allowed = min(allowed, Int(min(max(0, tokens), 1e15)))
    }
    return allowed
  }

  /// Makes an attempt: it is refused, held back, or queued.
  mutating func attempt(_ index: Int, _ scheduler: inout Schedule) {
    let service = Int(calls[index].service)
    let now = scheduler.now.seconds
    services[service].attempts += 1
    calls[index].attempts += 1
    calls[index].tried = now
    if services[service].outages?.isOut(at: now) == true { return failAttempt(index, .outage, &scheduler) }
    if services[service].limiter != nil {
      if services[service].terms.holdsBack {
        calls[index].state = .heldBack
        services[service].heldBack.append(ticket(index))
        // Whoever is first has an event coming.
        if services[service].heldBack.count == 1 { letGo(service, &scheduler) }
        return
      }
      if takePermit(index, now) > 0 { return failAttempt(index, .rateLimit, &scheduler) }
    }
    enqueue(index, &scheduler)
  }

  private mutating func takePermit(_ index: Int, _ now: Double) -> Double {
    services[Int(calls[index].service)].limiter?.take(
      tokens: calls[index].prompt + calls[index].completion, at: now) ?? 0
  }

  /// Lets those go on whom the limit held back, as many as it allows.
  mutating func letGo(_ service: Int, _ scheduler: inout Schedule) {
    while let ticket = services[service].heldBack.first {
      let index = Int(ticket.index)
      if calls[index].turn == ticket.turn {
        let wait = takePermit(index, scheduler.now.seconds)
        if wait > 0 {
          let event = Event(kind: .permit, index: UInt32(service), turn: 0)
          // Time has to pass, however little the wait is beside it.
          let least = scheduler.now.seconds.ulp
          return scheduler.schedule(event, after: SimulationDuration(seconds: max(wait, least)))
        }
        services[service].heldBack.removeFirst()
        enqueue(index, &scheduler)
      } else {
        services[service].heldBack.removeFirst()
      }
    }
  }

  private mutating func enqueue(_ index: Int, _ scheduler: inout Schedule) {
    let service = Int(calls[index].service)
    calls[index].state = .queued
    if services[service].engine == nil, services[service].busy < services[service].places {
      return serve(index, &scheduler)
    }
    services[service].line.append(ticket(index))
    if services[service].engine != nil { wakeEngine(service, &scheduler) }
  }

  /// Takes the first call out of the line, or `nil`.
  mutating func nextInLine(_ service: Int) -> Int? {
    while let ticket = services[service].line.first {
      services[service].line.removeFirst()
      if calls[Int(ticket.index)].turn == ticket.turn { return Int(ticket.index) }
    }
    return nil
  }

  mutating func serveNext(_ service: Int, _ scheduler: inout Schedule) {
    if let next = nextInLine(service) { serve(next, &scheduler) }
  }

  /// Takes up a call of a hosted service: one draw of each kind decides its end.
  private mutating func serve(_ index: Int, _ scheduler: inout Schedule) {
    let service = Int(calls[index].service)
    takeUp(index, at: scheduler.now.seconds)
    let (first, rest) = services[service].seconds(
      calls[index].entity, attempt: Int(calls[index].attempts) - 1, completion: calls[index].completion)
    let seconds =
      switch calls[index].failure {
      case nil, .malformed: first + rest
      case .timeout: services[service].terms.timeout
      default: first
      }
    scheduler.schedule(event(.end, index), after: SimulationDuration(seconds: seconds))
  }

  /// Notes that a call is in service, and draws what becomes of the attempt.
  mutating func takeUp(_ index: Int, at now: Double) {
    let service = Int(calls[index].service)
    services[service].waits.record(now - calls[index].tried)
    services[service].occupy(1, at: now)
    calls[index].state = .served
    calls[index].started = now
    calls[index].failure = services[service].fate(
      calls[index].entity, attempt: Int(calls[index].attempts) - 1)
  }

  /// The attempt under way is over, and its place is free.
  mutating func endAttempt(_ index: Int, _ scheduler: inout Schedule) {
    let service = Int(calls[index].service)
    services[service].occupy(-1, at: scheduler.now.seconds)
    if services[service].engine == nil { serveNext(service, &scheduler) }
    var usage = calls[index].usage
    switch calls[index].failure {
    case nil:
      calls[index].spent += usage
      return finish(index, nil, &scheduler)
    case .malformed: calls[index].spent += usage
    case .timeout, .empty:
      usage.completion = .zero
      calls[index].spent += usage
    default: break
    }
    failAttempt(index, calls[index].failure ?? .serverError, &scheduler)
  }

  /// An attempt has failed: another one is made later, or the call fails.
  private mutating func failAttempt(_ index: Int, _ failure: CompletionFailure, _ scheduler: inout Schedule) {
    let service = Int(calls[index].service)
    services[service].note(failure)
    let retries = services[service].terms.retries
    guard calls[index].attempts <= retries.limit, allowedCompletion(index) >= calls[index].completion,
      Double(services[service].retries + 1) <= retries.budget * Double(services[service].calls)
    else { return finish(index, failure, &scheduler) }
    services[service].retries += 1
    calls[index].state = .backingOff
    let wait = services[service].terms.serving.wait(before: Int(calls[index].attempts), calls[index].entity)
    scheduler.schedule(event(.retry, index), after: SimulationDuration(seconds: wait))
  }

  func event(_ kind: Event.Kind, _ index: Int) -> Event {
    Event(kind: kind, index: UInt32(index), turn: calls[index].turn)
  }
}
