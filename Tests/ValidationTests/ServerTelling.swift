import SimulationKernel

/// Identical servers, told with one of the things that processes wait for.
///
/// It belongs to one simulation, on one thread; that is what `@unchecked Sendable` stands for.
final class ServerTelling: @unchecked Sendable {
  /// What stands for the servers.
  enum Means: CaseIterable {
    case resource, preemptiveResource
    /// A permit a server.
    case semaphore
    /// An amount of one a server.
    case container
    /// A token a server.
    case store
  }

  /// How a customer of bounded patience is told; with a resource only.
  enum Patience: CaseIterable {
    case ofRequest, deadline, firstOfSeveral
  }

  let desk: Resource
  private let means: Means
  private let patience: Patience
  private let simulation: ProcessSimulation
  private let preemptive: PreemptiveResource
  private let semaphore: Semaphore
  private let container: Container
  private let tokens: Store<Int>

  init(
    _ means: Means = .resource, patience: Patience = .ofRequest, servers: Int, maximumQueue: Int? = nil,
    in simulation: ProcessSimulation
  ) {
    self.means = means
    self.patience = patience
    self.simulation = simulation
    desk = Resource("desk", capacity: servers, maximumQueue: maximumQueue, in: simulation)
    preemptive = PreemptiveResource("desk", capacity: servers, in: simulation)
    semaphore = Semaphore("desk", permits: servers, in: simulation)
    container = Container("desk", capacity: Double(servers), level: Double(servers), in: simulation)
    tokens = Store("desk", in: simulation)
  }

  /// Puts the tokens in; called by a process before the first customer comes.
  func open() async throws {
    for token in 0..<desk.capacity { try await tokens.put(token) }
  }

  /// Holds a server while `body` runs, unless the queue is full or the patience runs out.
  nonisolated(nonsending) func serve(
    patience limit: SimulationDuration?, _ body: nonisolated(nonsending) () async throws -> Void
  ) async throws -> Resource.Answer {
    switch means {
    case .resource: return try await serveByResource(patience: limit, body)
    case .preemptiveResource: try await preemptive.withUnit(priority: 0, body)
    case .semaphore:
      try await semaphore.wait()
      try await body()
      semaphore.signal()
    case .container:
      try await container.take(1)
      try await body()
      try await container.put(1)
    case .store:
      let token = try await tokens.take()
      try await body()
      try await tokens.put(token)
    }
    return .granted
  }

  private nonisolated(nonsending) func serveByResource(
    patience limit: SimulationDuration?, _ body: nonisolated(nonsending) () async throws -> Void
  ) async throws -> Resource.Answer {
    let answer: Resource.Answer
    switch (patience, limit) {
    case (.deadline, let limit?):
      let held: Void? = try await simulation.withDeadline(limit) { try await desk.acquire() }
      answer = held == nil ? .reneged : .granted
    case (.firstOfSeveral, let limit?):
      answer = try await simulation.firstOf(desk.unit, deadline: limit) == nil ? .reneged : .granted
    default:
      answer = try await desk.request(patience: limit)
    }
    guard answer == .granted else { return answer }
    defer { desk.release() }
    try await body()
    return answer
  }
}
