/// An engine with continuous batching, between two of its iterations.
struct EngineState {
  /// A call in the batch.
  struct Sequence {
    /// `ServiceCall.none` where the caller has gone; it is dropped after the iteration.
    var call: Int32
    let turn: UInt32
    let prompt: Int
    /// The tokens to write; counted from the end of its prefill.
    var length: Int
    /// Steps of the engine when its prefill was done.
    var firstStep = 0

    var endStep: Int { firstStep + length }
  }

  enum Phase {
    case idle
    /// An iteration begins at the current time.
    case waking
    /// Those who join are read; the others wait.
    case prefill
    /// All in the batch get a token a step, until one of them ends or someone arrives.
    case decode
  }

  let profile: EngineProfile
  var phase = Phase.idle
  var running: [Sequence] = []
  var joining: [Sequence] = []
  /// Steps done until the current decode phase.
  var step = 0
  /// Tokens in the batch at that time.
  var tokens = 0
  /// When the phase began.
  var since = 0.0
  /// Steps from then to the next event.
  var plannedSteps = 0
  /// Tells the event that is due from those that were put off.
  var epoch: UInt32 = 0
  /// Those whose sequence has ended, until they are told.
  var ended: [ServiceCall.Ticket] = []

  init(_ profile: EngineProfile) {
    self.profile = profile
    running.reserveCapacity(profile.maximumBatch)
  }

  var hasRoom: Bool { running.count + joining.count < profile.maximumBatch }

  /// Steps that are done, or under way, at a time of a decode phase.
  func steps(at now: Double) -> Int {
    min(plannedSteps, profile.steps(lasting: now - since, calls: running.count, tokens: tokens))
  }

  /// The end of so many steps of the current phase.
  func time(after steps: Int) -> Double {
    since + profile.decodeSeconds(steps: steps, calls: running.count, tokens: tokens)
  }

  /// Ends a phase: who has its last token leaves for `ended`.
  mutating func endPhase() {
    if phase == .decode {
      step += plannedSteps
      tokens += plannedSteps * running.count
    }
    if phase == .prefill {
      for var sequence in joining {
        sequence.firstStep = step
        tokens += sequence.prompt
        running.append(sequence)
      }
      joining.removeAll(keepingCapacity: true)
    }
    ended.removeAll(keepingCapacity: true)
    var kept = 0
    for index in running.indices {
      let sequence = running[index]
      if sequence.endStep <= step {
        tokens -= sequence.prompt + step - sequence.firstStep
        if sequence.call != ServiceCall.none {
          ended.append(ServiceCall.Ticket(index: UInt32(sequence.call), turn: sequence.turn))
        }
      } else {
        running[kept] = sequence
        kept += 1
      }
    }
    running.removeLast(running.count - kept)
  }

  /// Begins the next phase.
  ///
  /// - Parameter unread: Prompt tokens of those who join, without what the service had kept.
  /// - Returns: The end of the phase, or `nil` where nobody is there.
  mutating func beginPhase(at now: Double, unread: Int) -> Double? {
    since = now
    if !joining.isEmpty {
      phase = .prefill
      return now + profile.prefillSeconds(tokens: unread)
    }
    guard var next = running.first?.endStep else {
      phase = .idle
      return nil
    }
    for sequence in running { next = min(next, sequence.endStep) }
    phase = .decode
    plannedSteps = next - step
    return time(after: plannedSteps)
  }

  /// Takes out a call whose caller has gone: after the step under way it is dropped.
  mutating func leave(_ call: Int32, at now: Double) {
    if let index = joining.firstIndex(where: { $0.call == call }) {
      joining[index].call = ServiceCall.none
      joining[index].length = 0
    } else if let index = running.firstIndex(where: { $0.call == call }) {
      running[index].call = ServiceCall.none
      let done = phase == .decode ? step + steps(at: now) : step
      running[index].length = done - running[index].firstStep
    }
  }
}
