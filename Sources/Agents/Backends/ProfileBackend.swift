public import SimulationKernel

/// The mock backend: a stochastic model of a worker behind one endpoint that serves a number of calls at once.
///
/// It lives in simulated time. A call waits, first come first served, until the endpoint is free for it, and holds its
/// place for the service time.
public struct ProfileBackend: Backend {
  public let model: WorkerModel
  /// The endpoint: how long calls waited, and how busy it was.
  public let endpoint: Resource
  private let clock: SimulationClock

  /// - Parameter concurrency: Calls that are served at once, at least 1.
  public init(_ model: WorkerModel, concurrency: Int, in simulation: ProcessSimulation) {
    self.model = model
    endpoint = Resource("endpoint", capacity: concurrency, in: simulation)
    clock = simulation.clock
  }

  public func complete(_ request: CompletionRequest) async throws -> Completion {
    let usage = model.usage(of: request)
    let duration = SimulationDuration(seconds: model.serviceSeconds(of: request, usage: usage))
    try await endpoint.withUnit { try await clock.sleep(for: duration) }
    return Completion(answer: model.answer(to: request), usage: usage)
  }
}
