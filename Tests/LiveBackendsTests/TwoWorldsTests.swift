import Agents
import LiveBackends
import RandomStreams
import RunRecords
import SimulationKernel
import SwarmArchitectures
import TestSupport
import Testing

/// The stochastic stand-in as a session: what a live run is compared with.
private struct SimulatedSession: BackendSession {
  let profiles: ProfileBackend
  let time: SimulatedEpisodeClock

  var backend: any Backend { profiles }
  var clock: any EpisodeClock { time }

  nonisolated(nonsending) func begin(_ task: SwarmTask) async throws -> EpisodeTime { time.now }
  nonisolated(nonsending) func end(_ task: SwarmTask) async throws -> EpisodeTime { time.now }
  nonisolated(nonsending) func finish() async throws {}
}

/// Keeps what an observer of metrics would see, to the last bit.
private final class Protocol: EpisodeObserver {
  let lines = Recorder<String>()

  func completed(_ request: CompletionRequest, _ completion: Completion, money: Double) {
    lines.record("\(request.task.index) \(request.turn.agent.index) \(request.call) \(completion) \(money)")
  }
}

@Suite("The same swarm in simulated time, live and replayed")
struct TwoWorldsTests {
  private static let architectures: [any SwarmArchitecture] = [
    Single(), Collaborative(), Debate(["rounds": .integer(3)]), Hierarchical(["loops": .integer(2)]), Competitive(),
  ]
  private static let tasks = 4

  /// Plays tasks, two at a time, the same way whatever world the session is of.
  private static func play(
    _ architecture: any SwarmArchitecture, _ session: any BackendSession, _ questions: any QuestionSet
  ) async throws -> [String] {
    let records = try await withThrowingTaskGroup(of: [(Int, String)].self) { group in
      for lane in 0..<2 {
        group.addTask {
          var records: [(Int, String)] = []
          for index in stride(from: lane, to: tasks, by: 2) {
            let task = SwarmTask(index: index)
            let observer = Protocol()
            let start = try await session.begin(task)
            let episode = Episode(
              task: task, agentCount: architecture.agentsNeeded, backend: session.backend, observer: observer)
            let answer = try await architecture.solve(episode)
            let end = try await session.end(task)
            let isRight = questions.isRight(answer, to: task)
            let head = "\(index) \(start.seconds) \(end.seconds) \(answer) \(isRight) \(episode.account)"
            records.append((index, ([head] + observer.lines.values).joined(separator: "\n")))
          }
          return records
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    try await session.finish()
    return records.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Answers that depend on the whole request, some of them late, unreadable or refused.
  private static let script: ScriptedServer.Script = { request in
    let hash = request.body.utf8.reduce(UInt64(5_381)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    if request.body.contains("Do not solve") { return .answer("Multiply first.") }
    switch hash % 11 {
    case 0: return .status("500 Oops")
    case 1: return .answer("I do not know.", completion: 4)
    default:
      let delay = Int64(hash >> 8 % 7)
      return .answer("Answer: \(hash % 3)\nConfidence: \(hash >> 16 % 101)%", completion: Int(hash >> 24 % 50))
        .after(milliseconds: delay % 7)
    }
  }

  @Test("A replay equals the live run in answers, accounts, completions and times, byte for byte", arguments: 0..<5)
  func replay(place: Int) async throws {
    let architecture = Self.architectures[place]
    try await LiveFixture.run {
      Self.script($0)
    } changing: {
      $0.retries = 1
      $0.price = TokenPrice(input: 0.15, output: 0.6, cached: 0.07)
    } _: { fixture, session, server in
      let questions = fixture.questions
      let live = try await Self.play(architecture, session, questions)
      let asked = server.requests.count
      #expect(asked >= Int(architecture.cost(under: .standard).calls) * Self.tasks / 2)

      let settings = fixture.settings("http://nobody.example/v1") {
        $0.price = TokenPrice(input: 0.15, output: 0.6, cached: 0.07)
      }
      let replayed = try fixture.replayed(settings) { try await Self.play(architecture, $0, questions) }
      #expect(replayed == live)
      #expect(server.requests.count == asked)
    }
  }

  @Test("The stand-in plays the same swarms on the same questions", arguments: 0..<5)
  func simulated(place: Int) throws {
    let streams = StreamFamily(rootSeed: 7, replication: 0)
    let questions = ArithmeticQuestions(streams: streams, wrongAnswers: 3)
    let simulation = ProcessSimulation()
    let backend = ProfileBackend(SwarmCast([.init("model")]), questions: questions, streams: streams, in: simulation)
    let session = SimulatedSession(profiles: backend, time: SimulatedEpisodeClock(simulation.clock))
    let records = try simulation.run { try await Self.play(Self.architectures[place], session, questions) }
    #expect(records.count == Self.tasks)
    #expect(records.contains { $0.contains(" true ") })
  }
}
