import Agents
import Foundation
import LiveBackends
import RandomStreams
import SimulationKernel
import TestSupport

/// What a live run needs, in a folder of its own.
struct LiveFixture: Sendable {
  static let key = "sk-very-secret-4711"

  let folder: TemporaryFolder
  let connector: LiveConnector
  let streams = StreamFamily(rootSeed: 7, replication: 0)

  init() throws {
    folder = try TemporaryFolder()
    connector = try LiveConnector(record: folder.file("record.sqlite"), environment: ["LIVE_KEY": Self.key])
  }

  /// Runs `body` with a session against a server that follows a script.
  static func run<Value>(
    _ script: @escaping ScriptedServer.Script, changing: (inout LiveSettings) -> Void = { _ in },
    _ body: (LiveFixture, any BackendSession, ScriptedServer) async throws -> Value
  ) async throws -> Value {
    let fixture = try LiveFixture()
    return try await ScriptedServer.run(script) { server, url in
      let settings = fixture.settings(url, changing: changing)
      let session = try await fixture.connector.connect(
        settings, run: "run", questions: fixture.questions, streams: fixture.streams)
      do {
        let value = try await body(fixture, session, server)
        try await fixture.connector.close()
        return value
      } catch {
        try await fixture.connector.close()
        throw error
      }
    }
  }

  var questions: any QuestionSet { ArithmeticQuestions(streams: streams, wrongAnswers: 3) }

  func settings(_ url: String, changing: (inout LiveSettings) -> Void = { _ in }) -> LiveSettings {
    var settings = LiveSettings(baseURL: url, model: "tiny", apiKeyVariable: "LIVE_KEY")
    settings.backoff = 0.001
    // Never reached, however busy the machine is; tests of time-outs set their own.
    settings.timeout = 600
    changing(&settings)
    return settings
  }

  /// Runs `body` with a replay in simulated time; all on one thread, as a simulation needs it.
  func replayed<Value: Sendable>(
    _ settings: LiveSettings, _ body: @escaping @Sendable (any BackendSession) async throws -> Value
  ) throws -> Value {
    let simulation = ProcessSimulation()
    let session = try connector.replay(
      settings, run: "run", questions: questions, streams: streams, on: SimulatedEpisodeClock(simulation.clock))
    return try simulation.run { try await body(session) }
  }

  /// Every byte of every file that the record consists of.
  func recordBytes() throws -> Data {
    try folder.contents().reduce(into: Data()) { $0 += try Data(contentsOf: folder.file($1)) }
  }
}

extension CompletionRequest {
  /// A call of an agent for a task.
  static func example(
    task: Int = 0, agent: Int = 0, _ instruction: Instruction = .answer, reading: [Message] = [], call: Int = 0,
    limit: CallLimit = .none
  ) -> CompletionRequest {
    CompletionRequest(
      task: SwarmTask(index: task), turn: Turn(AgentID(agent), instruction, reading: reading), call: call, limit: limit)
  }
}
