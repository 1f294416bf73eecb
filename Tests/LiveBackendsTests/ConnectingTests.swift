import Agents
import LiveBackends
import TestSupport
import Testing

@Suite("Connecting to an endpoint")
struct ConnectingTests {
  @Test(
    "A URL that is none, or that holds a password, is refused without being shown",
    arguments: [
      "", "127.0.0.1:8000", "ftp://host/v1", "http:///v1", "http://me:secret@host/v1", "http://host/v1?key=secret",
      "http://host/v1#secret",
    ])
  func url(url: String) async throws {
    let error = try await failure { $0.baseURL = url }
    #expect(error?.code == .badURL)
    #expect(error?.problem.contains("secret") == false)
  }

  @Test("A slash at the end of the URL makes no difference")
  func slash() async throws {
    try await LiveFixture.run { _ in
      .answer("Answer: 1")
    } changing: {
      $0.baseURL += "/"
    } _: { _, session, server in
      _ = try await session.backend.complete(.example())
      #expect(server.requests[0].head.hasPrefix("POST /v1/chat/completions "))
    }
  }

  @Test("A setting outside its range is refused")
  func range() async throws {
    #expect(try await failure { $0.concurrency = 0 }?.code == .badSetting)
    #expect(try await failure { $0.maxTokens = 0 }?.code == .badSetting)
    #expect(try await failure { $0.timeout = 0 }?.code == .badSetting)
    #expect(try await failure { $0.retries = -1 }?.code == .badSetting)
    #expect(try await failure { $0.topP = 0 }?.code == .badSetting)
    #expect(try await failure { $0.temperature = .nan }?.code == .badSetting)
  }

  @Test("A further field must not be one that has a setting", arguments: LiveSettings.ownFields)
  func ownField(field: String) async throws {
    let error = try await failure { $0.extra = [field: .integer(1)] }
    #expect(error?.code == .badSetting)
    #expect(error?.problem.contains(field) == true)
  }

  @Test("A key that is not in the environment is missed by its variable's name")
  func key() async throws {
    let error = try await failure { $0.apiKeyVariable = "OTHER_KEY" }
    #expect(error?.code == .missingKey)
    #expect(error?.problem.contains("OTHER_KEY") == true)
  }

  @Test(
    "A key that no header can hold is refused without being shown",
    arguments: ["sk-secret\n", "sk secret", "sk-sécret"])
  func brokenKey(key: String) async throws {
    let folder = try TemporaryFolder()
    let connector = try LiveConnector(record: folder.file("record.sqlite"), environment: ["LIVE_KEY": key])
    let fixture = try LiveFixture()
    let error = await #expect(throws: LiveError.self) {
      _ = try await connector.connect(
        fixture.settings("http://127.0.0.1:1/v1"), run: "run", questions: fixture.questions, streams: fixture.streams)
    }
    #expect(error?.code == .missingKey)
    #expect(error?.problem.contains("cret") == false)
    try await connector.close()
    try await fixture.connector.close()
  }

  @Test("A run without a single completion fails when it ends, and says what was wrong")
  func nothingButFailures() async throws {
    try await LiveFixture.run { _ in
      .status("503 Down")
    } changing: {
      $0.retries = 0
    } _: { fixture, session, server in
      for agent in 0..<3 { _ = try await session.backend.complete(.example(agent: agent)) }
      let error = await #expect(throws: LiveError.self) { try await session.finish() }
      #expect(error?.code == .noCompletion)
      #expect(error?.problem.contains("server-error") == true)
      // And its replay fails in the same words.
      let replay = try fixture.connector.replay(
        fixture.settings(server.url) { $0.retries = 0 }, run: "run", questions: fixture.questions,
        streams: fixture.streams, on: StillClock())
      #expect(await #expect(throws: LiveError.self) { try await replay.finish() } == error)
    }
  }

  /// Where nothing takes time.
  private struct StillClock: EpisodeClock {
    var now: EpisodeTime { .zero }

    nonisolated(nonsending) func sleep(until time: EpisodeTime) async throws {}
  }

  @Test("A run with one completion among failures ends well, and so does one that made no call")
  func oneCompletion() async throws {
    try await LiveFixture.run {
      $0.number == 1 ? .answer("Answer: 1") : .status("503 Down")
    } changing: {
      $0.retries = 0
    } _: { _, session, _ in
      try await session.finish()
      for agent in 0..<3 { _ = try await session.backend.complete(.example(agent: agent)) }
      try await session.finish()
    }
  }

  @Test("An endpoint without a key gets none")
  func noKey() async throws {
    try await LiveFixture.run { _ in
      .answer("Answer: 1")
    } changing: {
      $0.apiKeyVariable = nil
    } _: {
      _, session, server in
      _ = try await session.backend.complete(.example())
      #expect(!server.requests[0].head.lowercased().contains("authorization"))
    }
  }

  @Test("Questions without a text are refused")
  func questions() async throws {
    let fixture = try LiveFixture()
    let error = await #expect(throws: LiveError.self) {
      _ = try await fixture.connector.connect(
        fixture.settings("http://127.0.0.1:1/v1"), run: "run",
        questions: LetterQuestions(streams: fixture.streams, wrongAnswers: 3), streams: fixture.streams)
    }
    #expect(error?.code == .unreadableQuestions)
    #expect(error?.problem.contains("letters") == true)
    try await fixture.connector.close()
  }

  private func failure(_ change: (inout LiveSettings) -> Void) async throws -> LiveError? {
    let fixture = try LiveFixture()
    let settings = fixture.settings("http://127.0.0.1:1/v1", changing: change)
    let error = await #expect(throws: LiveError.self) {
      _ = try await fixture.connector.connect(
        settings, run: "run", questions: fixture.questions, streams: fixture.streams)
    }
    try await fixture.connector.close()
    return error
  }
}
