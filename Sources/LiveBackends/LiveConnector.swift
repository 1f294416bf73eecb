public import Agents
import AsyncHTTPClient
public import Foundation
import NIOCore
public import RandomStreams
import Synchronization

/// Connects runs to endpoints, and to the record of what endpoints said.
///
/// Runs that are made at once share its connections, and the limit on calls under way at one endpoint. To be closed when
/// it is no longer needed: where it is not, connections close in the background when it goes.
public final class LiveConnector: BackendConnector {
  private let record: CompletionRecord
  private let environment: [String: String]
  private let client: HTTPClient
  private let isClosed = Mutex(false)
  private let gates = Mutex<[Limit: ConcurrencyGate]>([:])

  /// Two limits at one endpoint are two gates: a sweep compares them.
  private struct Limit: Hashable {
    let url: String
    let capacity: Int
  }

  /// - Parameters:
  ///   - record: The file of completions, made where there is none.
  ///   - environment: Where keys are looked up.
  /// - Throws: `LiveError` where the file cannot be opened.
  public init(
    record: URL, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws {
    self.record = try CompletionRecord(at: record)
    self.environment = environment
    var configuration = HTTPClient.Configuration()
    // A redirection would carry the key to wherever it points.
    configuration.redirectConfiguration = .disallow
    configuration.timeout.connect = .seconds(10)
    // Retries are counted by the backend.
    configuration.connectionPool.retryConnectionEstablishment = false
    // llama.cpp's server closes a connection that is idle for 5 s; one that is closed here first cannot fail there.
    configuration.connectionPool.idleTimeout = .seconds(4)
    // The limit is the gate's.
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1_024
    configuration.httpVersion = .http1Only
    client = HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
  }

  deinit {
    // A client that is let go of open ends the process. Nobody is left to hear of a failure.
    if !isClosed.withLock(\.self) { client.shutdown { _ in } }
  }

  /// Closes all connections and the record. To be called once; no session may be used after it.
  ///
  /// - Throws: What keeps the client or the file from closing.
  public func close() async throws {
    isClosed.withLock { $0 = true }
    try await client.shutdown()
    try record.close()
  }

  /// Looks at settings before any run is made with them.
  ///
  /// - Parameter environment: Where keys are looked up.
  /// - Throws: `LiveError` where a setting cannot be, or the key is missing.
  public static func check(
    _ settings: LiveSettings, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(LiveError) {
    _ = try settings.checkedURL()
    _ = try key(of: settings, in: environment)
  }

  public func connect(
    _ settings: LiveSettings, run: String, questions: any QuestionSet, streams: StreamFamily
  ) async throws -> any BackendSession {
    let url = try settings.checkedURL()
    try Self.check(questions)
    let exchange = ChatExchange(client: client, url: url, key: try Self.key(of: settings, in: environment))
    try await record.begin(run: run, endpoint: url, model: settings.model)
    let clock = WallClock()
    let backend = OpenAIBackend(
      writer: ChatRequestWriter(settings, questions: questions, streams: streams), exchange: exchange,
      gate: gate(at: url, settings.concurrency), clock: clock, record: record, run: run, streams: streams)
    return LiveSession(openAI: backend, wall: clock, record: record, run: run)
  }

  public func replay(
    _ settings: LiveSettings, run: String, questions: any QuestionSet, streams: StreamFamily, on clock: any EpisodeClock
  ) throws -> any BackendSession {
    _ = try settings.checkedURL()
    let recorded = try record.recordedRun(run)
    return ReplaySession(
      recorded: RecordedBackend(
        recorded, writer: ChatRequestWriter(settings, questions: questions, streams: streams), clock: clock))
  }

  private func gate(at url: String, _ capacity: Int) -> ConcurrencyGate {
    gates.withLock { gates in
      let limit = Limit(url: url, capacity: capacity)
      if let gate = gates[limit] { return gate }
      let gate = ConcurrencyGate(capacity: capacity)
      gates[limit] = gate
      return gate
    }
  }

  private static func key(
    of settings: LiveSettings, in environment: [String: String]
  ) throws(LiveError) -> APIKey? {
    guard let variable = settings.apiKeyVariable else { return nil }
    guard let secret = environment[variable], !secret.isEmpty else {
      throw LiveError(code: .missingKey, problem: "the environment variable \(variable) is not set; it holds the key")
    }
    guard let key = APIKey(secret) else {
      throw LiveError(
        code: .missingKey,
        problem: "the environment variable \(variable) holds no key: there is a space, a line's end or the like in it")
    }
    return key
  }

  private static func check(_ questions: any QuestionSet) throws(LiveError) {
    guard questions.text(of: SwarmTask(index: 0), subtask: 0) == nil else { return }
    throw LiveError(
      code: .unreadableQuestions,
      problem: "the questions '\(type(of: questions).name)' have no text that a model could read")
  }
}

extension LiveSettings {
  /// Where completions are asked for.
  ///
  /// - Throws: `LiveError` for a URL or a setting that cannot be.
  func checkedURL() throws(LiveError) -> String {
    guard let parts = URLComponents(string: baseURL), ["http", "https"].contains(parts.scheme ?? ""),
      parts.host?.isEmpty == false, parts.user == nil, parts.password == nil, parts.query == nil,
      parts.fragment == nil
    else {
      throw LiveError(
        code: .badURL,
        problem: "the base URL must be http:// or https:// with a host, and without user, password, '?' and '#'")
    }
    let isUsable =
      concurrency >= 1 && maxTokens >= 1 && retries >= 0 && timeout > 0 && backoff >= 0 && temperature >= 0
      && topP > 0 && topP <= 1 && (temperature + topP + backoff).isFinite
    guard isUsable else { throw LiveError(code: .badSetting, problem: "a setting is outside its range") }
    for field in Self.ownFields where extra[field] != nil {
      throw LiveError(code: .badSetting, problem: "the field '\(field)' of the body has a setting of its own")
    }
    return (baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL) + "/chat/completions"
  }
}
