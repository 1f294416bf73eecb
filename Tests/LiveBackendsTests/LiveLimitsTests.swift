import Agents
import LiveBackends
import Testing

@Suite("Limits of live calls")
struct LiveLimitsTests {
  @Test("As many calls are under way as the endpoint takes, and no more", arguments: [1, 3])
  func concurrency(limit: Int) async throws {
    try await LiveFixture.run { _ in
      .answer("Answer: 1").held
    } changing: {
      $0.concurrency = limit
    } _: { _, session, server in
      let backend = session.backend
      let calls = Task { try await backend.complete((0..<9).map { CompletionRequest.example(agent: $0) }) }
      try await server.reach { $0.openRequests == limit }
      let released = backend.now
      server.release()
      let completions = try await calls.value
      #expect(completions.count == 9 && completions.allSatisfy { $0.answer.content == "1" })
      #expect(server.mostOpenRequests == limit)
      #expect(completions.count { $0.timing.started > released } == 9 - limit)
      #expect(completions.allSatisfy { $0.timing.issued < released })
    }
  }

  @Test("Cancelled calls, under way or waiting, leave no request open and no place taken")
  func cancellation() async throws {
    try await LiveFixture.run {
      $0.number < 2 ? .silent : .answer("Answer: 1")
    } changing: {
      $0.concurrency = 2
    } _: { _, session, server in
      let backend = session.backend
      let calls = Task { try await backend.complete((0..<6).map { CompletionRequest.example(agent: $0) }) }
      try await server.reach { $0.openRequests == 2 }
      calls.cancel()
      await #expect(throws: CancellationError.self) { _ = try await calls.value }
      try await server.reach { $0.openRequests == 0 }
      #expect(server.requests.count == 2)
      let last = try await backend.complete((0..<2).map { .example(agent: $0) })
      #expect(last.allSatisfy { $0.answer.content == "1" })
    }
  }

  @Test("The deadline of an episode ends a call, whether it is under way, waits for a place or for another attempt")
  func deadline() async throws {
    try await LiveFixture.run { _ in
      .silent
    } changing: {
      $0.concurrency = 1
    } _: { _, session, server in
      let deadline = EpisodeTime(seconds: session.backend.now.seconds + 0.1)
      let limit = CallLimit(deadline: deadline)
      let completions = try await session.backend.complete((0..<3).map { .example(agent: $0, limit: limit) })
      #expect(completions.allSatisfy { $0.failure == .budget })
      // Long before the time-out of a call, which is 600 s.
      #expect(session.backend.now.seconds < deadline.seconds + 300)
      #expect(server.requests.count <= 1)
    }
    try await LiveFixture.run { _ in
      .status("500 Oops")
    } changing: {
      $0.backoff = 1e6
    } _: { _, session, server in
      // Time enough for the attempt on a busy machine, and less than the wait of 60 s after it.
      let limit = CallLimit(deadline: EpisodeTime(seconds: session.backend.now.seconds + 55))
      let last = try await session.backend.complete(.example(limit: limit))
      #expect(last.failure == .budget)
      #expect(server.requests.count == 1)
    }
  }

  @Test("A call asks for no more tokens than its limit has left after the prompt")
  func tokenLimit() async throws {
    try await LiveFixture.run {
      $0.number == 0 ? .answer("", completion: 40) : .answer("Answer: 1")
    } _: {
      _, session, server in
      let request = CompletionRequest.example()
      let bound = session.backend.bound(of: request)
      let limit = CallLimit(tokens: TokenCount(bound.prompt.value + 100))
      _ = try await session.backend.complete(.example(limit: limit))
      #expect(server.requests[0].body.contains(#""max_tokens":100,"#))
      // 11 and 40 tokens are gone.
      #expect(server.requests[1].body.contains(#""max_tokens":49,"#))
      let tight = CallLimit(tokens: bound.prompt)
      let last = try await session.backend.complete(.example(call: 1, limit: tight))
      #expect(last.failure == .budget)
      #expect(server.requests.count == 2)
    }
  }

  @Test("A call asks for no more tokens than its money buys")
  func moneyLimit() async throws {
    try await LiveFixture.run { _ in
      .answer("Answer: 1")
    } changing: {
      $0.price = TokenPrice(input: 1, output: 10)
    } _: { _, session, server in
      let prompt = Double(session.backend.bound(of: .example()).prompt.value)
      _ = try await session.backend.complete(.example(limit: CallLimit(money: (prompt + 205) / 1e6)))
      #expect(server.requests[0].body.contains(#""max_tokens":20,"#))
      #expect(session.backend.price(of: .example()) == TokenPrice(input: 1, output: 10))
    }
  }
}
