import Agents
import RandomStreams
import SimulationKernel

/// One service in a simulation of its own.
struct ServingWorld {
  let simulation = ProcessSimulation()
  let backend: ProfileBackend
  let streams: StreamFamily

  /// - Parameter change: Of a service whose calls take 2 s each: 0.5 s to the first of 120 tokens.
  init(seed: UInt64 = 1, _ change: (inout ServingProfile) -> Void = { _ in }) {
    streams = StreamFamily(rootSeed: seed, replication: 0)
    var serving = ServingProfile()
    serving.promptTokens = .lognormal(median: 100, sigma: 0)
    serving.completionTokens = .lognormal(median: 120, sigma: 0)
    serving.firstToken = Lognormal(median: 0.5, sigma: 0)
    serving.speed = Lognormal(median: 80, sigma: 0)
    change(&serving)
    var worker = WorkerProfile()
    // Without a correlation there is no curve to solve.
    worker.correctness.errorCorrelation = 0
    backend = ProfileBackend(
      SwarmCast([SwarmCast.Member("mock", worker: worker, serving: serving)]),
      questions: LetterQuestions(streams: streams, wrongAnswers: worker.correctness.wrongAnswers), streams: streams,
      in: simulation)
  }

  var report: ServiceReport { backend.reports[0] }

  /// Makes calls at once, each for a task of its own where nothing else is said.
  func complete(_ requests: [CompletionRequest]) throws -> [Completion] {
    let backend = backend
    return try simulation.run { try await backend.complete(requests) }
  }

  /// So many calls at once.
  func complete(_ count: Int) throws -> [Completion] {
    try complete((0..<count).map { CompletionRequest.asked(task: $0) })
  }

  /// So many calls one after another.
  func completeInTurn(_ count: Int) throws -> [Completion] {
    let backend = backend
    return try simulation.run {
      var completions: [Completion] = []
      for task in 0..<count { completions += try await backend.complete([.asked(task: task)]) }
      return completions
    }
  }
}

extension CompletionRequest {
  /// A request in short.
  static func asked(
    task: Int = 0, agent: Int = 0, call: Int = 0, _ instruction: Instruction = .answer, reading: [Message] = [],
    limit: CallLimit = .none
  ) -> CompletionRequest {
    CompletionRequest(
      task: SwarmTask(index: task), turn: Turn(AgentID(agent), instruction, reading: reading), call: call, limit: limit)
  }
}

extension Completion {
  /// Seconds from the call to its end.
  var seconds: Double { timing.ended.seconds - timing.issued.seconds }
}
