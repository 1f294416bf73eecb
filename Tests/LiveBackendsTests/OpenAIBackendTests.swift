import Agents
import Foundation
import LiveBackends
import Testing

@Suite("The live backend")
struct OpenAIBackendTests {
  typealias Reply = ScriptedServer.Reply

  @Test("Numbers of tokens that cannot be are not believed", arguments: [Int.max, 1_000_000_001, -1])
  func absurdUsage(tokens: Int) async throws {
    try await LiveFixture.run { _ in
      .answer("Answer: 1", prompt: tokens, completion: tokens, cached: 0)
    } _: { _, session, _ in
      let completion = try await session.backend.complete(.example())
      #expect(completion.answer.content == "1")
      #expect(completion.usage.total.value < 1_000)
    }
  }

  @Test("A completion has the answer, the confidence, the text, the tokens and the times")
  func completion() async throws {
    let text = "3 * 4 = 12\nAnswer: 1,212\nConfidence: 85%"
    try await LiveFixture.run { _ in
      .answer(text).after(milliseconds: 20)
    } _: { _, session, server in
      let before = session.backend.now
      let completion = try await session.backend.complete(.example())
      #expect(completion.answer == Answer("1212", confidence: 0.85))
      #expect(completion.text == text)
      #expect(completion.failure == nil)
      #expect(completion.attempts == 1)
      #expect(
        completion.usage == TokenUsage(prompt: TokenCount(11), completion: TokenCount(7), cached: TokenCount(3)))
      #expect(completion.length == TokenCount(7))
      let timing = completion.timing
      #expect(before <= timing.issued && timing.issued <= timing.started && timing.ended <= session.backend.now)
      #expect(timing.ended.seconds - timing.started.seconds >= 0.015)
      #expect(server.requests[0].head.hasPrefix("POST /v1/chat/completions HTTP/1.1"))
      #expect(server.requests[0].head.contains("Bearer \(LiveFixture.key)"))
    }
  }

  @Test("The body holds model, sampling, limit, seed and further fields, and a system message of its own")
  func body() async throws {
    try await LiveFixture.run { _ in
      .answer("Answer: 1")
    } changing: {
      $0.extra = ["cache_prompt": .bool(false), "lora": .list([.object(["id": .integer(0), "scale": .number(0.5)])])]
    } _: { _, session, server in
      _ = try await session.backend.complete(.example())
      let body = server.requests[0].body
      for part in [
        #""model":"tiny""#, #""temperature":0.7"#, #""top_p":1.0"#, #""max_tokens":512"#, #""cache_prompt":false"#,
        #""lora":[{"id":0,"scale":0.5}]"#, #""stream":false"#, #""role":"system""#, "What is the result of",
      ] { #expect(body.contains(part), "\(part)") }
      #expect(body.contains(/"seed":[0-9]+/))
    }
  }

  @Test("Whatever agents write arrives at the endpoint as it was written")
  func quoting() async throws {
    struct Body: Decodable {
      struct Message: Decodable { let content: String }
      let messages: [Message]
    }
    let text = "\"quoted\" \\ back\nline\r\ttab \u{1}\u{7F}\u{2028} é 🐜 </s>"
    try await LiveFixture.run { _ in
      .answer("Answer: 1")
    } _: { _, session, server in
      _ = try await session.backend.complete(.example(reading: [Message(author: AgentID(1), text: text)]))
      let body = try JSONDecoder().decode(Body.self, from: Data(server.requests[0].body.utf8))
      #expect(body.messages.last?.content.contains(text) == true)
    }
  }

  @Test("The confidence is the geometric mean of the tokens' probabilities where that is wanted")
  func tokenConfidence() async throws {
    let body = """
      {"choices":[{"message":{"content":"Answer: 5\\nConfidence: 10%"},
        "logprobs":{"content":[{"token":"a","logprob":-0.5},{"token":"b","logprob":-1.5}]}}]}
      """
    try await LiveFixture.run { _ in
      .status("200 OK", body: body)
    } changing: {
      $0.confidence = .tokens
    } _: { fixture, session, server in
      let completion = try await session.backend.complete(.example())
      #expect(completion.answer.content == "5")
      #expect(abs((completion.answer.confidence ?? 0) - 0.367_879_441) < 1e-8)
      #expect(server.requests[0].body.contains(#""logprobs":true"#))
      #expect(!server.requests[0].body.contains("onfidence"))
    }
  }

  @Test("Every agent, call and task has a seed of its own, and the same one in every run")
  func seeds() async throws {
    let requests: [CompletionRequest] = [.example(), .example(agent: 1), .example(call: 1), .example(task: 1)]
    try await LiveFixture.run { _ in
      .answer("Answer: 1")
    } _: { fixture, session, server in
      let again = try await fixture.connector.connect(
        fixture.settings(server.url), run: "again", questions: fixture.questions, streams: fixture.streams)
      for request in requests { _ = try await session.backend.complete(request) }
      for request in requests { _ = try await again.backend.complete(request) }
      let seeds = server.requests.compactMap { $0.body.firstMatch(of: /"seed":([0-9]+)/)?.1 }
      #expect(Set(seeds).count == 4)
      #expect(seeds.count == 8 && seeds.prefix(4) == seeds.suffix(4))
    }
  }

  @Test(
    "What fails in a way that may pass is tried again, and what then fails is the swarm's to live with",
    arguments: [
      (Reply.status("500 Oops"), CompletionFailure.serverError), (.status("429 Slow"), .rateLimit),
      (.status("504 Late"), .timeout), (.answer("  "), .empty), (.status("200 OK", body: "{\"choices\""), .malformed),
      (.status("200 OK", body: "{\"choices\":[]}"), .malformed), (.status("200 OK", body: "<html>"), .malformed),
      (.closed, .serverError),
    ])
  func retries(reply: Reply, failure: CompletionFailure) async throws {
    try await LiveFixture.run { _ in
      reply
    } changing: {
      $0.retries = 2
    } _: { _, session, server in
      let completion = try await session.backend.complete(.example())
      #expect(completion.failure == failure)
      #expect(completion.answer == .none)
      // A closed connection is opened anew once besides.
      #expect(completion.attempts == (failure == .serverError && reply.closes ? 4 : 3))
      #expect(server.requests.count == completion.attempts)
    }
    try await LiveFixture.run {
      $0.number < 2 ? reply : .answer("Answer: 5")
    } _: { _, session, _ in
      let last = try await session.backend.complete(.example())
      #expect(last.answer.content == "5")
    }
  }

  @Test("The tokens of attempts that failed are paid for")
  func tokensOfFailures() async throws {
    try await LiveFixture.run {
      $0.number == 0 ? .answer("") : .answer("Answer: 5")
    } _: { _, session, _ in
      let completion = try await session.backend.complete(.example())
      #expect(completion.usage.prompt == TokenCount(22))
      #expect(completion.usage.completion == TokenCount(14))
      #expect(completion.length == TokenCount(7))
    }
  }

  @Test("A server that does not answer in time is given up")
  func timeOut() async throws {
    try await LiveFixture.run { _ in
      .silent
    } changing: {
      $0.timeout = 0.06
      $0.retries = 1
    } _: { _, session, server in
      let completion = try await session.backend.complete(.example())
      #expect(completion.failure == .timeout)
      #expect(completion.attempts == 2)
      #expect(completion.timing.ended.seconds - completion.timing.issued.seconds >= 0.12)
      try await server.reach { $0.openRequests == 0 }
    }
  }

  @Test(
    "A response whose body stops short is given up, whether the connection closes or not", arguments: [true, false])
  func shortBody(closes: Bool) async throws {
    let reply = Reply(bytes: Array("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"choi".utf8), closes: closes)
    try await LiveFixture.run {
      $0.number == 0 ? reply : .answer("Answer: 5")
    } changing: {
      // On a busy machine the second attempt may be late as well.
      if !closes { ($0.timeout, $0.retries) = (0.3, 12) }
    } _: { _, session, _ in
      let last = try await session.backend.complete(.example())
      #expect(last.answer.content == "5")
    }
  }

  @Test("Bytes that are no text are malformed")
  func invalidText() async throws {
    let bytes = Array("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n".utf8) + [0xFF, 0xFE, 0x00]
    try await LiveFixture.run { _ in
      Reply(bytes: bytes)
    } changing: {
      $0.retries = 0
    } _: { _, session, _ in
      let last = try await session.backend.complete(.example())
      #expect(last.failure == .malformed)
    }
  }

  @Test("Bytes that are no HTTP do not end the run")
  func noHTTP() async throws {
    let noise = Reply(bytes: Array("SSH-2.0-OpenSSH\r\n\r\n".utf8), closes: true)
    try await LiveFixture.run {
      $0.number < 1 ? noise : .answer("Answer: 5")
    } _: { _, session, _ in
      let last = try await session.backend.complete(.example())
      #expect(last.answer.content == "5")
    }
  }

  @Test("The content type is not trusted")
  func contentType() async throws {
    let body = #"{"choices":[{"message":{"content":"Answer: 5"}}]}"#
    let reply = Reply(
      bytes: Array(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
    )
    try await LiveFixture.run { _ in
      reply
    } _: { _, session, _ in
      let completion = try await session.backend.complete(.example())
      #expect(completion.answer.content == "5")
      // Nothing is said about tokens: they are estimated from the length.
      #expect(completion.usage.completion == TokenCount(3))
      #expect(completion.usage.prompt > TokenCount(50))
    }
  }

  @Test("The endpoint is left alone as long as it asks for")
  func retryAfter() async throws {
    try await LiveFixture.run {
      $0.number == 0 ? .status("429 Slow", ["Retry-After: 0.15"]) : .answer("Answer: 5")
    } _: { _, session, _ in
      let completion = try await session.backend.complete(.example())
      #expect(completion.answer.content == "5")
      #expect(completion.timing.ended.seconds - completion.timing.started.seconds >= 0.15)
    }
  }

  @Test("A kept connection that was closed meanwhile is opened anew, without a retry")
  func staleConnection() async throws {
    try await LiveFixture.run {
      $0.number == 1 ? .closed : .answer("Answer: 5")
    } changing: {
      $0.retries = 0
    } _: { _, session, server in
      _ = try await session.backend.complete(.example())
      let second = try await session.backend.complete(.example(call: 1))
      #expect(second.answer.content == "5")
      #expect(server.connections == 2)
      #expect(server.requests.count == 3)
    }
  }

  @Test("Nobody listening is an outage")
  func outage() async throws {
    let fixture = try LiveFixture()
    // A port that no machine gives away: the one of a server that has closed may be another test's by now.
    let session = try await fixture.connector.connect(
      fixture.settings("http://127.0.0.1:1/v1"), run: "run", questions: fixture.questions, streams: fixture.streams)
    let completion = try await session.backend.complete(.example())
    #expect(completion.failure == .outage)
    #expect(completion.attempts == 4)
    try await fixture.connector.close()
  }

  @Test("A prompt that is too long is the swarm's to live with")
  func contextOverflow() async throws {
    let body = #"{"error":{"code":400,"type":"exceed_context_size_error","message":"too long"}}"#
    try await LiveFixture.run { _ in
      .status("400 Bad Request", body: body)
    } _: { _, session, server in
      let last = try await session.backend.complete(.example())
      #expect(last.failure == .contextOverflow)
      #expect(server.requests.count == 1)
    }
  }

  @Test(
    "A request that is refused ends the run, and the message holds neither key nor prompt", arguments: [400, 401, 404])
  func refusal(status: Int) async throws {
    try await LiveFixture.run { request in
      .status("\(status) No", body: #"{"error":{"type":"auth \#(LiveFixture.key)","message":"What is the result"}}"#)
    } _: { _, session, server in
      let error = await #expect(throws: LiveError.self) { _ = try await session.backend.complete(.example()) }
      #expect(error?.code == .refused)
      let text = "\(error.map(String.init(describing:)) ?? "") \(String(reflecting: error))"
      #expect(text.contains("\(status)"))
      #expect(!text.contains(LiveFixture.key) && !text.contains("What is"))
      #expect(server.requests.count == 1)
    }
  }
}
