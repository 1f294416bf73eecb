import Agents
import RandomStreams
import RunRecords
import SimulationKernel
public import SwarmArchitectures
import Testing

/// What every architecture keeps, whatever it does: each function checks one clause and records issues.
public struct ArchitectureContract: Sendable {
  private struct Failure: Error, Equatable {
    let call: Int
  }

  public let type: any SwarmArchitecture.Type
  private let architecture: any SwarmArchitecture

  /// - Parameter type: Checked with its default parameters.
  public init(_ type: any SwarmArchitecture.Type) {
    self.type = type
    architecture = type.init()
  }

  /// Name, summary and parameters can stand in a file and in `--help`, and the defaults are allowed.
  public func expectDeclaration() {
    #expect(type.name.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil, "\(type.name) is not in kebab-case")
    #expect(type.summary.hasSuffix(".") && type.summary.count < 120, "\(type.name): \(type.summary)")
    #expect(Set(type.parameters.map(\.name)).count == type.parameters.count, "\(type.name) has a parameter twice")
    for parameter in type.parameters {
      #expect(
        parameter.name.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil, "\(parameter.name) is not in snake_case")
      #expect(parameter.summary.hasSuffix("."), "\(parameter.name): \(parameter.summary)")
      switch parameter.kind {
      case .integer(let value, let range): #expect(range.contains(value), "\(parameter.name) is \(value) by default")
      case .number(let value, let range): #expect(range.contains(value), "\(parameter.name) is \(value) by default")
      case .choice(let value, let allowed): #expect(allowed.contains(value), "\(parameter.name) is \(value) by default")
      case .flag, .architecture: break
      }
    }
    #expect(architecture.agentsNeeded >= 1)
  }

  /// It works with the least that its whole-number parameters allow.
  public func expectLeastParameters() throws {
    var least: [String: ParameterValue] = [:]
    for parameter in type.parameters {
      if case .integer(_, let range) = parameter.kind { least[parameter.name] = .integer(range.lowerBound) }
    }
    let smallest = type.init(ParameterValues(least, for: type.parameters))
    let run = try ScriptedRun.simulated(smallest, script: Completion.varied)
    #expect(run.answer.content != nil)
  }

  /// The same seed gives the same answer, account and order of events; another replication is another run.
  public func expectReproducible() throws {
    let runs = try [0, 0, 1].map(play)
    #expect(runs[0] == runs[1])
    #expect(runs[0] != runs[2])
  }

  /// It asks as many agents as it says, and no others, however many there are.
  public func expectAgentsNeeded() throws {
    let exact = try ScriptedRun.simulated(architecture, script: Completion.varied)
    let asked = Set(exact.requests.map(\.turn.agent.index))
    #expect(asked == Set(0..<architecture.agentsNeeded))
    let fifty = try ScriptedRun.simulated(
      architecture, agents: max(50, architecture.agentsNeeded), script: Completion.varied)
    #expect(fifty.requests == exact.requests)
    #expect(fifty.answer == exact.answer)
    #expect(exact.account.calls == exact.requests.count)
  }

  /// Cancelled in any of its waves, it ends at that time with `CancellationError`.
  public func expectCancellable() throws {
    let waves = try ScriptedRun.simulated(architecture, script: Completion.varied).waves
    for wave in waves.indices {
      let simulation = ProcessSimulation()
      let (clock, architecture) = (simulation.clock, architecture)
      let episode = episode(in: simulation)
      let time = SimulationTime(seconds: Double(wave) + 0.5)
      #expect(throws: CancellationError.self) {
        try simulation.run {
          try await withThrowingTaskGroup(of: Answer.self) { group in
            group.addTask { try await architecture.solve(episode) }
            try await clock.sleep(until: time)
            group.cancelAll()
            for try await _ in group {}
          }
        }
      }
      #expect(clock.now == time)
    }
  }

  /// An error of any call reaches the caller when that call fails, and no call is made after it.
  public func expectErrorsPassed() throws {
    let waves = try ScriptedRun.simulated(architecture, script: Completion.varied).waves
    var (end, asked) = (0.0, 0)
    for size in waves {
      (end, asked) = (end + 1, asked + size)
      for call in asked - size..<asked {
        let simulation = ProcessSimulation()
        let (architecture, requests) = (architecture, Recorder<CompletionRequest>())
        let episode = episode(in: simulation, failingCall: call, requests)
        #expect(throws: Failure(call: call)) { try simulation.run { try await architecture.solve(episode) } }
        #expect(simulation.clock.now == SimulationTime(seconds: end))
        #expect(requests.values.count == asked)
      }
    }
  }

  /// Where nobody gives an answer, there is none.
  public func expectNoAnswerFromNone() throws {
    let run = try ScriptedRun.simulated(architecture) { _ in Completion(nil) }
    #expect(run.answer.content == nil)
  }

  /// On the wall clock, with calls that really overlap and end in another order, it solves as in simulated time.
  public func expectSameOnWallClock() async throws {
    for task in 0..<8 {
      let simulated = try ScriptedRun.simulated(architecture, task: task, script: Completion.varied)
      let real = try await ScriptedRun.concurrent(
        architecture, waves: simulated.waves, task: task, script: Completion.varied)
      #expect(real.answer == simulated.answer)
      #expect(real.account == simulated.account)
      #expect(real.waves == simulated.waves)
      #expect(Set(real.requests) == Set(simulated.requests))
    }
  }

  private struct Run: Equatable {
    let answers: [Answer]
    let account: EpisodeAccount
    let fingerprint: Fingerprint
  }

  /// Twenty tasks, one after another, against the stochastic worker at an endpoint for three.
  private func play(replication: Int) throws -> Run {
    let simulation = ProcessSimulation()
    var profile = WorkerProfile()
    profile.correctness.errorCorrelation = 0
    var serving = ServingProfile()
    serving.concurrency = 3
    let streams = StreamFamily(rootSeed: 1, replication: replication)
    let backend = ProfileBackend(
      SwarmCast([SwarmCast.Member("mock", worker: profile, serving: serving)]),
      questions: LetterQuestions(streams: streams, wrongAnswers: profile.correctness.wrongAnswers),
      streams: streams, in: simulation)
    let architecture = architecture
    return try simulation.run {
      var answers: [Answer] = []
      var account = EpisodeAccount()
      for task in 0..<20 {
        let episode = Episode(
          task: SwarmTask(index: task), agentCount: architecture.agentsNeeded, backend: backend)
        answers.append(try await architecture.solve(episode))
        account.usage += episode.account.usage
      }
      return Run(answers: answers, account: account, fingerprint: simulation.fingerprint)
    }
  }

  /// An episode whose calls take a second each; one of them may fail at its end.
  private func episode(
    in simulation: ProcessSimulation, failingCall: Int? = nil,
    _ requests: Recorder<CompletionRequest> = Recorder()
  ) -> Episode {
    let clock = simulation.clock
    let backend = ScriptedBackend(Completion.varied) { request in
      let call = requests.values.count
      requests.record(request)
      try await clock.sleep(for: .seconds(1))
      if call == failingCall { throw Failure(call: call) }
    }
    return Episode(task: SwarmTask(index: 0), agentCount: architecture.agentsNeeded, backend: backend)
  }
}
