import Agents
import Foundation
import LiveBackends
import TestSupport
import Testing

@Suite("The record of completions")
struct RecordingTests {
  private static let judged = Message(author: AgentID(1), answer: Answer("7", confidence: 0.5), text: "I say 7.")

  /// One call of each kind of outcome.
  private static let requests: [CompletionRequest] = [
    .example(), .example(agent: 1, .judge, reading: [judged, judged]), .example(agent: 2, .score, reading: [judged]),
    .example(agent: 3, .verify, reading: [judged]), .example(agent: 4, .rank, reading: [judged]),
    .example(agent: 5, .plan), .example(task: 3), .example(task: 4),
  ]

  private static let script: ScriptedServer.Script = { request in
    if request.body.contains("Choice:") { return .answer("Choice: 2") }
    if request.body.contains("Score:") { return .answer("Score: 33.3") }
    if request.body.contains("Verdict:") { return .answer("Verdict: no") }
    if request.body.contains("Ranking:") { return .answer("Ranking: 7, 1 \\\" x, 8") }
    if request.body.contains("Do not solve") { return .answer("Add, then subtract.\né \\u0000 €") }
    return request.number % 2 == 0 ? .answer("Answer: 7\nConfidence: 70%") : .status("500 Oops")
  }

  @Test("A replay gives back every completion as it was, to the bit of its times")
  func sameCompletions() async throws {
    try await LiveFixture.run {
      Self.script($0)
    } changing: {
      $0.retries = 0
    } _: { fixture, session, server in
      var live: [Completion] = []
      for request in Self.requests { live.append(try await session.backend.complete(request)) }
      try await session.finish()
      #expect(Set(live.map(\.failure)).count == 2)
      #expect(Set(live.compactMap(\.judgement)).count == 4)

      let settings = fixture.settings("http://elsewhere.example/v1") { $0.retries = 5 }
      let replayed = try fixture.replayed(settings) { replay in
        var completions: [Completion] = []
        for request in Self.requests {
          completions.append(try await replay.backend.complete(request))
          #expect(replay.backend.now == completions.last?.timing.ended)
        }
        return completions
      }
      #expect(replayed == live)
      #expect(server.requests.count == Self.requests.count)
    }
  }

  @Test("A request that has changed ends the replay and names what differs, but no prompt")
  func changedRequest() async throws {
    try await LiveFixture.run { _ in
      .answer("Answer: 7")
    } _: { fixture, session, server in
      _ = try await session.backend.complete(.example(agent: 1, reading: [Self.judged]))
      let changed: [(LiveSettings, CompletionRequest, String)] = [
        (
          fixture.settings(server.url) { $0.temperature = 0.2 }, .example(agent: 1, reading: [Self.judged]),
          "temperature: recorded 0.7, now 0.2"
        ),
        (
          fixture.settings(server.url) { $0.extra = ["top_k": .integer(5)] },
          .example(agent: 1, reading: [Self.judged]),
          "top_k: not in the record"
        ),
        (fixture.settings(server.url), .example(agent: 1), "messages[1].content: differs from character"),
      ]
      for (settings, request, difference) in changed {
        let error = await #expect(throws: LiveError.self) {
          _ = try await self.replay(fixture, settings).backend.complete(request)
        }
        #expect(error?.code == .changedRequest)
        #expect(error?.problem.contains(difference) == true, "\(String(describing: error))")
        #expect(error?.problem.contains("task 0, attempt 0, agent 1, call 0 of run 'run'") == true)
        #expect(error?.problem.contains("What is") == false)
      }
    }
  }

  @Test("A call that is not recorded ends the replay and names the nearest one")
  func missing() async throws {
    try await LiveFixture.run { _ in
      .answer("Answer: 7")
    } _: { fixture, session, server in
      for agent in 0..<3 { _ = try await session.backend.complete(.example(task: 2, agent: agent)) }
      let replay = try self.replay(fixture, fixture.settings(server.url))
      let error = await #expect(throws: LiveError.self) {
        _ = try await replay.backend.complete(.example(task: 2, agent: 2, call: 1))
      }
      #expect(error?.code == .notRecorded)
      #expect(error?.problem.contains("the nearest is task 2, attempt 0, agent 2, call 0: seed: recorded ") == true)
      let unfinished = await #expect(throws: LiveError.self) { _ = try await replay.begin(SwarmTask(index: 2)) }
      #expect(unfinished?.code == .notRecorded)
    }
  }

  @Test("A run that is not recorded is refused with those that are")
  func missingRun() async throws {
    try await LiveFixture.run { _ in
      .answer("Answer: 7")
    } _: { fixture, session, server in
      let error = #expect(throws: LiveError.self) {
        _ = try self.replay(fixture, fixture.settings(server.url), run: "other")
      }
      #expect(error?.code == .notRecorded)
      #expect(error?.problem == "the record has no run 'other'; it holds run; make it live first")
    }
  }

  @Test("A run that is made again replaces the one of its name, and no other")
  func again() async throws {
    try await LiveFixture.run {
      .answer("Answer: \($0.number)")
    } _: { fixture, session, server in
      let settings = fixture.settings(server.url)
      func connect(_ run: String) async throws -> any BackendSession {
        try await fixture.connector.connect(settings, run: run, questions: fixture.questions, streams: fixture.streams)
      }
      _ = try await session.backend.complete(.example())
      _ = try await connect("other").backend.complete(.example())
      _ = try await connect("run").backend.complete(.example())
      #expect(try await self.replay(fixture, settings).backend.complete(.example()).answer.content == "2")
      #expect(try await self.replay(fixture, settings, run: "other").backend.complete(.example()).answer.content == "1")
    }
  }

  @Test("The key is in no file of the record, even where the endpoint sends it back")
  func key() async throws {
    try await LiveFixture.run { request in
      .answer("You sent \(request.head.contains(LiveFixture.key) ? LiveFixture.key : "none")\nAnswer: 7")
    } _: { fixture, session, _ in
      let completion = try await session.backend.complete(.example())
      #expect(completion.text == "You sent [key]\nAnswer: 7")
      let bytes = try fixture.recordBytes()
      #expect(bytes.firstRange(of: Data("You sent".utf8)) != nil)
      #expect(bytes.firstRange(of: Data(LiveFixture.key.utf8)) == nil)
    }
  }

  @Test("Completions of concurrent calls are all recorded, with tokens, attempts and failures")
  func concurrent() async throws {
    try await LiveFixture.run {
      $0.number % 5 == 0 ? .status("500 Oops") : .answer("Answer: 7")
    } changing: {
      $0.retries = 1
    } _: { fixture, session, server in
      let live = try await session.backend.complete((0..<40).map { .example(agent: $0) })
      let replay = try self.replay(fixture, fixture.settings(server.url))
      let replayed = try await replay.backend.complete((0..<40).map { .example(agent: $0) })
      #expect(replayed == live)
      #expect(live.contains { $0.attempts == 2 })
    }
  }

  @Test("A file that is no record is refused")
  func foreignFile() throws {
    let fixture = try LiveFixture()
    try fixture.folder.write("not a database, but long enough to be looked at as one", to: "other.sqlite")
    let error = #expect(throws: LiveError.self) {
      _ = try LiveConnector(record: fixture.folder.file("other.sqlite"), environment: [:])
    }
    #expect(error?.code == .record)
  }

  /// A replay on a clock for which all recorded times are past.
  private func replay(
    _ fixture: LiveFixture, _ settings: LiveSettings, run: String = "run"
  ) throws -> any BackendSession {
    struct Late: EpisodeClock {
      var now: EpisodeTime { EpisodeTime(seconds: 1e6) }
      nonisolated(nonsending) func sleep(until time: EpisodeTime) async throws {}
    }
    return try fixture.connector.replay(
      settings, run: run, questions: fixture.questions, streams: fixture.streams, on: Late())
  }
}
