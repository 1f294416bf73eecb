import SimulationKernel

// Calls at an engine with continuous batching. From one arrival or end to the next its steps form an arithmetic series,
// so there is one event for all of them.

extension CompletionServices {
  /// Someone has come into the line of an engine: it joins after the step under way.
  mutating func wakeEngine(_ service: Int, _ scheduler: inout Schedule) {
    guard let engine = services[service].engine else { return }
    switch engine.phase {
    case .waking, .prefill: break
    case .idle:
      services[service].engine?.phase = .waking
      plan(service, at: scheduler.now.seconds, &scheduler)
    case .decode: if engine.hasRoom { shortenDecode(service, &scheduler) }
    }
  }

  /// Has the decode phase end with the step under way.
  private mutating func shortenDecode(_ service: Int, _ scheduler: inout Schedule) {
    guard let engine = services[service].engine else { return }
    let steps = engine.steps(at: scheduler.now.seconds)
    guard steps < engine.plannedSteps else { return }
    services[service].engine?.plannedSteps = steps
    plan(service, at: engine.time(after: steps), &scheduler)
  }

  /// Schedules the end of the current phase; an earlier plan has lost its meaning.
  private mutating func plan(_ service: Int, at time: Double, _ scheduler: inout Schedule) {
    guard let epoch = services[service].engine?.epoch else { return }
    services[service].engine?.epoch = epoch &+ 1
    scheduler.schedule(
      Event(kind: .iteration, index: UInt32(service), turn: epoch &+ 1),
      at: SimulationTime(seconds: max(time, scheduler.now.seconds)))
  }

  /// Ends a phase of an engine and begins the next one.
  mutating func iterate(_ service: Int, _ scheduler: inout Schedule) {
    let now = scheduler.now.seconds
    services[service].engine?.endPhase()
    // Whoever has ended leaves before others join: places are free at once.
    let ended = services[service].engine?.ended ?? []
    for ticket in ended { endAttempt(Int(ticket.index), &scheduler) }
    var unread = 0
    while services[service].engine?.hasRoom == true, let next = nextInLine(service) {
      unread += join(next, at: now, &scheduler)
    }
    if let end = services[service].engine?.beginPhase(at: now, unread: unread) { plan(service, at: end, &scheduler) }
  }

  /// Takes a call into the batch; returns the tokens to be read for it.
  private mutating func join(_ index: Int, at now: Double, _ scheduler: inout Schedule) -> Int {
    let service = Int(calls[index].service)
    takeUp(index, at: now)
    if calls[index].failure == .timeout {
      // The engine never hears of it; its caller does not know that.
      let seconds = services[service].terms.timeout
      scheduler.schedule(event(.end, index), after: SimulationDuration(seconds: seconds))
      return 0
    }
    let isWritten = calls[index].failure == nil || calls[index].failure == .malformed
    services[service].engine?.joining.append(
      EngineState.Sequence(
        call: Int32(index), turn: calls[index].turn, prompt: calls[index].prompt,
        length: isWritten ? calls[index].completion : 0))
    return calls[index].prompt - calls[index].cached
  }

  mutating func leaveEngine(_ index: Int, _ scheduler: inout Schedule) {
    let service = Int(calls[index].service)
    services[service].occupy(-1, at: scheduler.now.seconds)
    services[service].engine?.leave(Int32(index), at: scheduler.now.seconds)
    if services[service].engine?.phase == .decode { shortenDecode(service, &scheduler) }
  }
}
