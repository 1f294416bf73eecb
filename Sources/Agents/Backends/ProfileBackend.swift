public import RandomStreams
public import SimulationKernel

/// The mock backend: stochastic models of workers, each behind a service that takes up a number of calls at once.
///
/// It lives in simulated time. A call waits, first come first served, until its service is free for it, and holds its
/// place for the service time.
public struct ProfileBackend: Backend {
  public let cast: SwarmCast
  private let services: [Service]
  private let clock: SimulationClock

  private struct Service: Sendable {
    let worker: WorkerModel
    let serving: ServingModel
    let places: Resource
  }

  public init(
    _ cast: SwarmCast, questions: any QuestionSet, streams: StreamFamily, in simulation: ProcessSimulation
  ) {
    self.cast = cast
    clock = simulation.clock
    services = cast.members.map { member in
      Service(
        worker: WorkerModel(member.worker, curve: member.curve, questions: questions, streams: streams),
        serving: ServingModel(member.serving, streams: streams),
        places: Resource(member.name, capacity: member.serving.concurrency, in: simulation))
    }
  }

  /// How long calls waited at the first member's service.
  public var waits: Tally { services[0].places.waits }

  public var now: EpisodeTime { EpisodeTime(seconds: clock.now.seconds) }

  public nonisolated(nonsending) func complete(_ request: CompletionRequest) async throws -> Completion {
    let service = services[cast.member(for: request.turn)]
    let usage = service.serving.usage(of: request)
    let duration = SimulationDuration(seconds: service.serving.serviceSeconds(of: request, usage: usage))
    let issued = now
    let started = try await service.places.withUnit {
      let started = now
      try await clock.sleep(for: duration)
      return started
    }
    return service.worker.completion(
      of: request, usage: usage, timing: CallTiming(issued: issued, started: started, ended: now))
  }

  public func bound(of request: CompletionRequest) -> TokenUsage {
    services[cast.member(for: request.turn)].serving.usage(of: request)
  }

  public func price(of request: CompletionRequest) -> TokenPrice {
    cast.members[cast.member(for: request.turn)].serving.price
  }

  public func strength(of agent: AgentID, type: Int) -> Double {
    services[cast.member(of: agent)].worker.strength(type: type)
  }
}
