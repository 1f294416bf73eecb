import Agents
import RandomStreams
import SimulationKernel
import Synchronization

/// An endpoint in memory, with a record of what it said: no network, no files, and a clock that only calls move.
final class ScriptedConnector: BackendConnector {
  /// What a run of the record holds, and what happened in it.
  struct Run: Sendable {
    var completions: [String: Completion] = [:]
    var begun: [String: EpisodeTime] = [:]
    var ended: [String: EpisodeTime] = [:]
    var isFinished = false
  }

  struct NotRecorded: Error, CustomStringConvertible {
    var description: String { "this is not recorded" }
  }

  private let runs = Mutex<[String: Run]>([:])
  private let settings = Mutex<[LiveSettings]>([])

  /// Runs by their names.
  var recorded: [String: Run] { runs.withLock(\.self) }
  /// Those of all live runs, in the order in which they were begun.
  var connected: [LiveSettings] { settings.withLock(\.self) }

  func connect(
    _ settings: LiveSettings, run: String, questions: any QuestionSet, streams: StreamFamily
  ) async throws -> any BackendSession {
    self.settings.withLock { $0.append(settings) }
    runs.withLock { $0[run] = Run() }
    return Live(connector: self, run: run, questions: questions, price: settings.price, clock: TickingClock())
  }

  func replay(
    _ settings: LiveSettings, run: String, questions: any QuestionSet, streams: StreamFamily, on clock: any EpisodeClock
  ) throws -> any BackendSession {
    guard let recorded = runs.withLock({ $0[run] }), recorded.isFinished else { throw NotRecorded() }
    return Replay(run: recorded, price: settings.price, clock: clock)
  }

  fileprivate func change(_ run: String, _ body: (inout Run) -> Void) {
    runs.withLock { runs in
      var changed = runs[run] ?? Run()
      body(&changed)
      runs[run] = changed
    }
  }

  fileprivate static func key(_ task: SwarmTask) -> String { "\(task.index)/\(task.attempt)" }
}

/// A clock on which every look takes a while, so that times of a live run are all different.
private final class TickingClock: EpisodeClock {
  private let ticks = Mutex(0)

  var now: EpisodeTime {
    EpisodeTime(
      seconds: ticks.withLock { ticks in
        ticks += 1
        return Double(ticks) / 64
      })
  }

  nonisolated(nonsending) func sleep(until time: EpisodeTime) async throws {}
}

/// What both worlds do about a request.
private func key(_ request: CompletionRequest) -> String {
  "\(ScriptedConnector.key(request.task)) \(request.turn.agent.index) \(request.call)"
}

private struct Live: BackendSession, Backend {
  let connector: ScriptedConnector
  let run: String
  let questions: any QuestionSet
  let price: TokenPrice
  let clock: any EpisodeClock

  var backend: any Backend { self }
  var now: EpisodeTime { clock.now }

  nonisolated(nonsending) func begin(_ task: SwarmTask) async throws -> EpisodeTime {
    let now = clock.now
    connector.change(run) { $0.begun[ScriptedConnector.key(task)] = now }
    return now
  }

  nonisolated(nonsending) func end(_ task: SwarmTask) async throws -> EpisodeTime {
    let now = clock.now
    connector.change(run) { $0.ended[ScriptedConnector.key(task)] = now }
    return now
  }

  nonisolated(nonsending) func finish() async throws { connector.change(run) { $0.isFinished = true } }

  /// Right for two tasks of three, with a failure now and then; later calls of an agent are longer.
  nonisolated(nonsending) func complete(_ request: CompletionRequest) async throws -> Completion {
    let issued = clock.now
    let number = request.task.index + request.turn.agent.index + request.call
    let option = number % 3 == 0 ? 1 : 0
    let content = questions.content(ofOption: option, to: request.task, subtask: request.turn.subtask ?? 0)
    let usage = TokenUsage(prompt: TokenCount(10 + request.turn.reading.count), completion: TokenCount(5 + number))
    let timing = CallTiming(issued: issued, started: clock.now, ended: clock.now)
    let completion =
      number % 11 == 10
      ? Completion(.serverError, usage: usage, timing: timing, attempts: 2)
      : Completion(answer: Answer(content, confidence: 0.75), usage: usage, timing: timing)
    connector.change(run) { $0.completions[key(request)] = completion }
    return completion
  }

  func bound(of request: CompletionRequest) -> TokenUsage {
    TokenUsage(prompt: TokenCount(100), completion: TokenCount(100))
  }

  func price(of request: CompletionRequest) -> TokenPrice { price }
}

private struct Replay: BackendSession, Backend {
  let run: ScriptedConnector.Run
  let price: TokenPrice
  let clock: any EpisodeClock

  var backend: any Backend { self }
  var now: EpisodeTime { clock.now }

  nonisolated(nonsending) func begin(_ task: SwarmTask) async throws -> EpisodeTime {
    try await reached(run.begun[ScriptedConnector.key(task)])
  }

  nonisolated(nonsending) func end(_ task: SwarmTask) async throws -> EpisodeTime {
    try await reached(run.ended[ScriptedConnector.key(task)])
  }

  nonisolated(nonsending) func finish() async throws {}

  nonisolated(nonsending) func complete(_ request: CompletionRequest) async throws -> Completion {
    let completion = run.completions[key(request)]
    _ = try await reached(completion?.timing.ended)
    return try completion ?? { throw ScriptedConnector.NotRecorded() }()
  }

  private nonisolated(nonsending) func reached(_ time: EpisodeTime?) async throws -> EpisodeTime {
    guard let time else { throw ScriptedConnector.NotRecorded() }
    try await clock.sleep(until: time)
    return time
  }

  func bound(of request: CompletionRequest) -> TokenUsage {
    TokenUsage(prompt: TokenCount(100), completion: TokenCount(100))
  }

  func price(of request: CompletionRequest) -> TokenPrice { price }
}
