// How turns become calls, and what the rules do about those that fail.

extension Episode {
  /// Makes the calls that the budget allows, at once; the others fail without a call.
  nonisolated(nonsending) func completed(_ turns: [Turn]) async throws -> [Message] {
    var requests: [CompletionRequest] = []
    requests.reserveCapacity(turns.count)
    // Numbered before any of them starts: which call is which must not depend on who is quicker.
    let reservation = ledger.reserve(
      turns, of: task, from: backend, isDelegated: !answerLengths.isEmpty, into: &requests)
    guard requests.count == turns.count else { return try await partlyCompleted(turns, requests, reservation) }
    let completions = try await backend.complete(requests)
    ledger.record(requests, completions, backend, releasing: reservation)
    for lengths in answerLengths { lengths.record(completions) }
    return Self.messages(turns, completions)
  }

  private nonisolated(nonsending) func partlyCompleted(
    _ turns: [Turn], _ requests: [CompletionRequest], _ reservation: EpisodeLedger.Reservation
  ) async throws -> [Message] {
    let completions = requests.isEmpty ? [] : try await backend.complete(requests)
    ledger.record(requests, completions, backend, releasing: reservation)
    for lengths in answerLengths { lengths.record(completions) }
    return Self.messages(turns, completions)
      + turns.dropFirst(completions.count).map { Message(author: $0.agent, subtask: $0.subtask, failure: .budget) }
  }

  /// What others can read of completions: `[completion]`.
  ///
  /// - Parameter turns: Those that the completions are of, and perhaps some after them.
  private static func messages(_ turns: [Turn], _ completions: [Completion]) -> [Message] {
    var messages: [Message] = []
    messages.reserveCapacity(turns.count)
    completions.lendEach { index, completion in
      messages.append(
        Message(
          author: turns[index].agent, answer: completion.answer, judgement: completion.judgement,
          tokens: completion.length, text: completion.text, subtask: turns[index].subtask, failure: completion.failure))
    }
    return messages
  }

  /// Whether the rules have something to do about a message.
  func isToBeRepeated(_ message: Message) -> Bool {
    switch message.failure {
    case .budget: false
    case .some: rules.failure != .drop
    case nil: rules.unparseable == .retry && message.answer.content == nil && message.judgement == nil
    }
  }

  /// Repeats turns, or hands them on, as often as the rules say.
  nonisolated(nonsending) func repeatTurns(_ turns: [Turn], _ messages: inout [Message]) async throws {
    for attempt in 1...max(1, rules.retries) where rules.retries > 0 {
      let again = messages.indices.filter { canBeRepeated(turns[$0], messages[$0]) }
      guard !again.isEmpty else { break }
      let repeated = try await completed(again.map { handedOn(turns[$0], messages[$0], attempt: attempt) })
      for (index, message) in zip(again, repeated) where message.failure != .budget { messages[index] = message }
    }
    guard rules.failure == .substitute else { return }
    for index in messages.indices where messages[index].failure != nil {
      if let earlier = ledger.lastMessage(for: turns[index]) {
        messages[index] = earlier
      }
    }
  }

  private func canBeRepeated(_ turn: Turn, _ message: Message) -> Bool {
    guard isToBeRepeated(message) else { return false }
    if message.failure != nil { return rules.failure != .substitute }
    // A plan and a summary have no answer that could be missing.
    return turn.instruction != .plan && turn.instruction != .summarize
  }

  private func handedOn(_ turn: Turn, _ message: Message, attempt: Int) -> Turn {
    guard message.failure != nil, rules.failure == .reassign, let place = agents.firstIndex(of: turn.agent) else {
      return turn
    }
    var other = Turn(
      agents[(place + attempt) % agents.count], turn.instruction, reading: turn.reading, subtask: turn.subtask,
      round: turn.round)
    other.briefing = turn.briefing
    return other
  }
}
