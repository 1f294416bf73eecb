import SimulationKernel

// What callers get of calls that are done.

extension CompletionServices {
  /// Makes completions of the calls of a batch, which are all done, and gives their places back.
  mutating func fetch(_ requests: [CompletionRequest], of batch: Int32) -> [Completion] {
    var next = batches[Int(batch)].firstCall
    let completions = requests.map { request in
      let index = Int(next)
      next = calls[index].next
      return completion(of: request, index)
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
    var completion = services[service].completion(of: dropped > 0 ? request.without(dropped) : request)
    completion.usage = usage
    completion.timing = timing
    completion.attempts = attempts
    completion.length = length
    guard dropped > 0 else { return completion }
    // The caller counts what it asked about.
    if case .choice(let place) = completion.judgement {
      completion.judgement = .choice(place + max(0, dropped - request.turn.briefing))
    }
    return completion
  }
}

extension CompletionRequest {
  /// The request without the oldest messages read.
  fileprivate func without(_ count: Int) -> CompletionRequest {
    guard count > 0 else { return self }
    var turn = turn
    turn.reading.removeFirst(count)
    turn.briefing = max(0, turn.briefing - count)
    return CompletionRequest(task: task, turn: turn, call: call, limit: limit)
  }
}
