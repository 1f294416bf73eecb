public import RandomStreams
public import SimulationKernel

/// The mock backend: stochastic models of workers, each behind a simulated service.
///
/// It lives in simulated time. All services are one model in event style, and a process that asks is woken once, when
/// the last of its calls is done: a call costs an event or two and no process.
public struct ProfileBackend: Backend {
  /// One reference, so that a copy of the backend costs no more than one.
  private let world: World

  private final class World: Sendable {
    let services: AttachedModel<CompletionServices>
    let terms: [ServiceTerms]
    let cast: SwarmCast
    let clock: SimulationClock

    init(_ cast: SwarmCast, _ terms: [ServiceTerms], _ simulation: ProcessSimulation) {
      self.cast = cast
      self.terms = terms
      clock = simulation.clock
      services = simulation.attach(CompletionServices(cast, terms, clock: simulation.clock))
    }
  }

  /// - Parameters:
  ///   - types: The names of the task types, by their place in the workload's list.
  ///   - streams: Of the replication; every draw belongs to a task, an agent, a call and an attempt.
  ///   - simulation: Must outlive the calls.
  public init(
    _ cast: SwarmCast, questions: any QuestionSet, types: [String] = [], streams: StreamFamily,
    in simulation: ProcessSimulation
  ) {
    let terms = cast.members.map { member in
      ServiceTerms(
        member.name, ServingModel(member.serving, name: member.name, streams: streams),
        WorkerModel(member.worker, curve: member.curve, questions: questions, typeNames: types, streams: streams))
    }
    world = World(cast, terms, simulation)
  }

  /// Which model each agent is.
  public var cast: SwarmCast { world.cast }

  /// How long calls waited at the first member's service.
  public var waits: Tally { world.services.model.services[0].waits }

  /// What each member's service has done until now, in the order of the cast.
  public var reports: [ServiceReport] {
    let now = world.clock.now.seconds
    return world.services.model.services.all.map { $0.report(at: now) }
  }

  public var now: EpisodeTime { EpisodeTime(seconds: world.clock.now.seconds) }

  public nonisolated(nonsending) func complete(_ request: CompletionRequest) async throws -> Completion {
    let completion = try await complete([request])[0]
    if let failure = completion.failure { throw failure }
    return completion
  }

  public nonisolated(nonsending) func complete(_ requests: [CompletionRequest]) async throws -> [Completion] {
    guard !requests.isEmpty else { return [] }
    let (batch, pulse) = world.services.intervene { $0.submit(requests, &$1) }
    if let pulse {
      do {
        try await pulse.wait()
      } catch {
        world.services.intervene { $0.withdraw(batch, &$1) }
        throw error
      }
    }
    return world.services.model.fetch(requests, of: batch)
  }

  public func bound(of request: CompletionRequest) -> TokenUsage {
    let terms = world.terms[world.cast.member(for: request.turn)]
    var usage = terms.serving.usage(of: request)
    // What the context window has no room for is left out.
    if terms.truncates { usage.prompt = min(usage.prompt, TokenCount(terms.window)) }
    return usage
  }

  public func attempts(of request: CompletionRequest) -> Int {
    let terms = world.terms[world.cast.member(for: request.turn)]
    let rates = terms.serving.profile.failures
    // What is refused, and what ends in an error of the server, takes nothing.
    return rates.timeouts + rates.empty + rates.malformed > 0 ? 1 + terms.retries.limit : 1
  }

  public func price(of request: CompletionRequest) -> TokenPrice {
    world.terms[world.cast.member(for: request.turn)].price
  }

  public func strength(of agent: AgentID, type: Int) -> Double {
    world.terms[world.cast.member(of: agent)].worker.strength(type: type)
  }
}
