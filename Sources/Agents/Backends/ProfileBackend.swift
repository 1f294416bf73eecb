public import RandomStreams
public import SimulationKernel

/// The mock backend: stochastic models of workers, each behind a simulated service.
///
/// It lives in simulated time. All services are one model in event style, and a process that asks is woken once, when
/// the last of its calls is done: a call costs an event or two and no process.
public struct ProfileBackend: Backend {
  public let cast: SwarmCast
  private let workers: [WorkerModel]
  private let servings: [ServingModel]
  private let services: AttachedModel<CompletionServices>
  private let clock: SimulationClock

  /// - Parameters:
  ///   - types: The names of the task types, by their place in the workload's list.
  ///   - streams: Of the replication; every draw belongs to a task, an agent, a call and an attempt.
  ///   - simulation: Must outlive the calls.
  public init(
    _ cast: SwarmCast, questions: any QuestionSet, types: [String] = [], streams: StreamFamily,
    in simulation: ProcessSimulation
  ) {
    self.cast = cast
    clock = simulation.clock
    workers = cast.members.map { member in
      WorkerModel(member.worker, curve: member.curve, questions: questions, typeNames: types, streams: streams)
    }
    let servings = cast.members.map { ServingModel($0.serving, name: $0.name, streams: streams) }
    self.servings = servings
    services = simulation.attach(
      CompletionServices(
        cast, services: zip(cast.members, servings).map { ServiceState($0.name, $1) }, clock: simulation.clock))
  }

  /// How long calls waited at the first member's service.
  public var waits: Tally { services.model.services[0].waits }

  /// What each member's service has done until now, in the order of the cast.
  public var reports: [ServiceReport] { services.model.services.map { $0.report(at: clock.now.seconds) } }

  public var now: EpisodeTime { EpisodeTime(seconds: clock.now.seconds) }

  public nonisolated(nonsending) func complete(_ request: CompletionRequest) async throws -> Completion {
    let completion = try await complete([request])[0]
    if let failure = completion.failure { throw failure }
    return completion
  }

  public nonisolated(nonsending) func complete(_ requests: [CompletionRequest]) async throws -> [Completion] {
    guard !requests.isEmpty else { return [] }
    let (batch, pulse) = services.intervene { $0.submit(requests, &$1) }
    if let pulse {
      do {
        try await pulse.wait()
      } catch {
        services.intervene { $0.withdraw(batch, &$1) }
        throw error
      }
    }
    return fetch(requests, of: batch)
  }

  /// Makes completions of the calls of a batch, which are all done.
  private func fetch(_ requests: [CompletionRequest], of batch: Int32) -> [Completion] {
    var next = services.model.batches[Int(batch)].firstCall
    var completions: [Completion] = []
    completions.reserveCapacity(requests.count)
    for request in requests {
      let call = services.model.calls[Int(next)]
      next = call.next
      completions.append(completion(of: request, call))
    }
    services.model.free(batch)
    return completions
  }

  private func completion(of request: CompletionRequest, _ call: ServiceCall) -> Completion {
    if let failure = call.failure {
      return Completion(failure, usage: call.spent, timing: call.timing, attempts: Int(call.attempts))
    }
    // What is cut off cannot be read, nor can it be judged by.
    guard !call.isCut else {
      return Completion(
        answer: .none, usage: call.spent, timing: call.timing, attempts: Int(call.attempts),
        length: TokenCount(call.completion))
    }
    let worker = workers[Int(call.service)]
    guard call.dropped > 0 || call.attempts > 1 else {
      return worker.completion(of: request, usage: call.spent, timing: call.timing)
    }
    let dropped = Int(call.dropped)
    var completion = worker.completion(of: request.without(dropped), usage: call.spent, timing: call.timing)
    completion.attempts = Int(call.attempts)
    completion.length = TokenCount(call.completion)
    if case .choice(let place) = completion.judgement { completion.judgement = .choice(place + dropped) }
    return completion
  }

  public func bound(of request: CompletionRequest) -> TokenUsage {
    servings[cast.member(for: request.turn)].usage(of: request)
  }

  public func price(of request: CompletionRequest) -> TokenPrice {
    cast.members[cast.member(for: request.turn)].serving.price
  }

  public func strength(of agent: AgentID, type: Int) -> Double { workers[cast.member(of: agent)].strength(type: type) }
}

extension CompletionRequest {
  /// The request without the oldest messages read.
  fileprivate func without(_ count: Int) -> CompletionRequest {
    guard count > 0 else { return self }
    var turn = turn
    turn.reading.removeFirst(count)
    return CompletionRequest(task: task, turn: turn, call: call, limit: limit)
  }
}
