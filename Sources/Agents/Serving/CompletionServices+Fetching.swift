import SimulationKernel

// What callers get of calls that are done.

extension CompletionServices {
  /// Makes completions of the calls of a batch, which are all done, and gives their places back.
  mutating func fetch(_ requests: [CompletionRequest], of batch: Int32) -> [Completion] {
    var next = batches[Int(batch)].firstCall
    var completions: [Completion] = []
    completions.reserveCapacity(requests.count)
    requests.lendEach { _, request in
      let index = Int(next)
      next = calls[index].next
      completions.append(completion(of: request, index))
    }
    free(batch)
    return completions
  }

  private mutating func completion(of request: CompletionRequest, _ index: Int) -> Completion {
    let (usage, timing, attempts) = (calls[index].spent, calls[index].timing, Int(calls[index].attempts))
    if let failure = calls[index].failure {
      return Completion(failure, usage: usage, timing: timing, attempts: attempts)
    }
    let length = TokenCount(calls[index].completion)
    // What is cut off cannot be read, nor can it be judged by.
    guard !calls[index].isCut else {
      return Completion(answer: .none, usage: usage, timing: timing, attempts: attempts, length: length)
    }
    let service = Int(calls[index].service)
    let dropped = Int(calls[index].dropped)
    var (answer, judgement) =
      dropped == 0 ? services[service].reply(to: request) : services[service].reply(to: request.without(dropped))
    // The caller counts what it asked about.
    if dropped > 0, case .choice(let place) = judgement {
      judgement = .choice(place + max(0, dropped - request.turn.briefing))
    }
    return Completion(
      answer: answer, judgement: judgement, usage: usage, timing: timing, attempts: attempts, length: length)
  }
}

extension CompletionRequest {
  /// The request without the oldest messages read.
  fileprivate func without(_ count: Int) -> CompletionRequest {
    var turn = turn
    turn.reading.removeFirst(count)
    turn.briefing = max(0, turn.briefing - count)
    return CompletionRequest(task: task, turn: turn, call: call, limit: limit)
  }
}
