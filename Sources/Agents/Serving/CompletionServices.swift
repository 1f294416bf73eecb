import SimulationKernel

/// All services of a cast as one model in event style: calls are rows of a table, and no process is made for them.
///
/// A call goes through attempts: refused because of an outage or a limit, or queued and served. What fails is tried
/// again as the retries say. When the last call of a batch is done, the process that made it is woken.
struct CompletionServices: SimulationModel {
  struct Event: BitwiseCopyable, Sendable {
    enum Kind: UInt8 {
      /// An attempt is over.
      case end
      /// The next attempt is made.
      case retry
      /// A call has run out of time.
      case deadline
      /// A service may take a call that was held back.
      case permit
      /// An engine ends a phase.
      case iteration
    }

    let kind: Kind
    /// A call; a service for `permit` and `iteration`.
    let index: UInt32
    let turn: UInt32
  }

  typealias Schedule = Scheduler<Event>

  let cast: SwarmCast
  let services: RowTable<ServiceState>
  var calls = RowTable<ServiceCall>()
  var batches = RowTable<CallBatch>()
  private var freeCall = ServiceCall.none
  private var freeBatch = ServiceCall.none
  private let clock: SimulationClock

  private let terms: [ServiceTerms]

  init(_ cast: SwarmCast, _ terms: [ServiceTerms], clock: SimulationClock) {
    self.cast = cast
    self.terms = terms
    services = RowTable(terms.map { ServiceState($0) })
    self.clock = clock
  }

  func start(in scheduler: inout Schedule) {}

  mutating func handle(_ event: Event, in scheduler: inout Schedule) {
    let index = Int(event.index)
    switch event.kind {
    case .end: if calls[index].turn == event.turn { endAttempt(index, &scheduler) }
    case .retry: if calls[index].turn == event.turn { attempt(index, &scheduler) }
    case .deadline:
      guard calls[index].turn == event.turn else { return }
      calls[index].deadline = nil
      leave(index, &scheduler)
      services[Int(calls[index].service)].note(.budget)
      finish(index, .budget, &scheduler)
    case .permit: letGo(index, &scheduler)
    case .iteration: if services[index].engine?.epoch == event.turn { iterate(index, &scheduler) }
    }
  }

  // MARK: Batches

  /// Makes calls at once.
  ///
  /// - Returns: The batch, and what to wait for; `nil` where all are done at once.
  mutating func submit(_ requests: [CompletionRequest], _ scheduler: inout Schedule) -> (batch: Int32, pulse: Pulse?) {
    let batch = takeBatch()
    batches[Int(batch)].remaining = requests.count
    // The last one first, so that the list of the batch is in their order.
    var next = ServiceCall.none
    for _ in requests.indices {
      let call = takeCall()
      calls[Int(call)].batch = batch
      calls[Int(call)].next = next
      next = call
    }
    batches[Int(batch)].firstCall = next
    requests.withUnsafeBufferPointer { requests in
      guard let first = requests.baseAddress else { return }
      for place in requests.indices {
        let index = Int(next)
        next = calls[index].next
        begin(index, first + place, &scheduler)
      }
    }
    return (batch, batches[Int(batch)].remaining == 0 ? nil : batches[Int(batch)].pulse)
  }

  /// Takes back calls whose process waits no more.
  mutating func withdraw(_ batch: Int32, _ scheduler: inout Schedule) {
    var call = batches[Int(batch)].firstCall
    while call != ServiceCall.none {
      let index = Int(call)
      call = calls[index].next
      if calls[index].state != .done {
        leave(index, &scheduler)
        cancelDeadline(index, &scheduler)
      }
    }
    free(batch)
  }

  /// Gives the places of a batch back.
  mutating func free(_ batch: Int32) {
    var call = batches[Int(batch)].firstCall
    while call != ServiceCall.none {
      let next = calls[Int(call)].next
      calls[Int(call)].turn &+= 1
      calls[Int(call)].next = freeCall
      freeCall = call
      call = next
    }
    batches[Int(batch)].next = freeBatch
    freeBatch = batch
  }

  private mutating func takeBatch() -> Int32 {
    guard freeBatch != ServiceCall.none else {
      batches.append(CallBatch(pulse: Pulse("a completion", on: clock)))
      return Int32(batches.count - 1)
    }
    let batch = freeBatch
    freeBatch = batches[Int(batch)].next
    return batch
  }

  private mutating func takeCall() -> Int32 {
    guard freeCall != ServiceCall.none else {
      calls.append(ServiceCall())
      return Int32(calls.count - 1)
    }
    let call = freeCall
    freeCall = calls[Int(call)].next
    return call
  }

  // MARK: Ends

  /// A call is done; the process of the last one of a batch is woken.
  mutating func finish(_ index: Int, _ failure: CompletionFailure?, _ scheduler: inout Schedule) {
    cancelDeadline(index, &scheduler)
    let now = scheduler.now.seconds
    if calls[index].started < calls[index].issued { calls[index].started = now }
    calls[index].state = .done
    calls[index].failure = failure
    calls[index].ended = now
    let batch = Int(calls[index].batch)
    batches[batch].remaining -= 1
    if batches[batch].remaining == 0 { batches[batch].pulse.fire() }
  }

  private mutating func cancelDeadline(_ index: Int, _ scheduler: inout Schedule) {
    guard let deadline = calls[index].deadline else { return }
    calls[index].deadline = nil
    scheduler.cancel(deadline)
  }

  /// Takes a call out of wherever it is; lines pass over it by themselves.
  private mutating func leave(_ index: Int, _ scheduler: inout Schedule) {
    let service = Int(calls[index].service)
    // What is still to come for it shall not find it.
    defer { calls[index].turn &+= 1 }
    guard calls[index].state == .served else { return }
    if services[service].engine != nil {
      leaveEngine(index, &scheduler)
    } else {
      services[service].occupy(-1, at: scheduler.now.seconds)
      serveNext(service, &scheduler)
    }
  }

  func ticket(_ index: Int) -> ServiceCall.Ticket {
    ServiceCall.Ticket(index: UInt32(index), turn: calls[index].turn)
  }
}
