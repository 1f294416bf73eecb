import Agents
import SimulationKernel
import Testing

@Suite("Profile backend")
struct ProfileBackendTests {
  /// A worker whose calls take 2 s each: 0.5 s to the first of 120 tokens.
  private let model = WorkerModel { profile in
    profile.completionTokens = Lognormal(median: 120, sigma: 0)
    profile.firstToken = Lognormal(median: 0.5, sigma: 0)
    profile.speed = Lognormal(median: 80, sigma: 0)
  }

  /// Six calls at once, and the times at which they are completed.
  private func ends(_ backend: ProfileBackend, _ simulation: ProcessSimulation) throws -> [Double] {
    let clock = simulation.clock
    return try simulation.run {
      try await withThrowingTaskGroup(of: Double.self) { group in
        for agent in 0..<6 {
          group.addTask {
            _ = try await backend.complete(CompletionRequest(agent: agent))
            return clock.now.seconds
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
    }
  }

  @Test(
    "Calls queue for the endpoint, which serves so many at once",
    arguments: [
      (1, [2.0, 4, 6, 8, 10, 12]), (2, [2, 2, 4, 4, 6, 6]), (4, [2, 2, 2, 2, 4, 4]), (9, [2, 2, 2, 2, 2, 2]),
    ])
  func queueing(concurrency: Int, expected: [Double]) throws {
    let simulation = ProcessSimulation()
    let backend = ProfileBackend(model, concurrency: concurrency, in: simulation)
    #expect(try ends(backend, simulation) == expected)
    #expect(backend.endpoint.waits.count == 6)
    #expect(abs(backend.endpoint.waits.mean - (expected.reduce(0, +) / 6 - 2)) < 1e-15)
    #expect(abs(backend.endpoint.utilization - 12 / (Double(concurrency) * expected[5])) < 1e-15)
  }

  @Test("A completion is the model's, whatever the queue", arguments: [1, 10])
  func completions(concurrency: Int) throws {
    let simulation = ProcessSimulation()
    let backend = ProfileBackend(WorkerModel(), concurrency: concurrency, in: simulation)
    let request = CompletionRequest(task: 5, agent: 2, call: 1)
    let completion = try simulation.run {
      async let other = backend.complete(CompletionRequest())
      let completion = try await backend.complete(request)
      _ = try await other
      return completion
    }
    #expect(completion.answer == WorkerModel().answer(to: request))
    #expect(completion.usage == WorkerModel().usage(of: request))
  }

  @Test("A call that is cancelled frees the endpoint at once")
  func cancellation() throws {
    let simulation = ProcessSimulation()
    let (clock, backend) = (simulation.clock, ProfileBackend(model, concurrency: 1, in: simulation))
    let end = try simulation.run {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { do { _ = try await backend.complete(CompletionRequest()) } catch {} }
        group.addTask { do { try await clock.sleep(for: .seconds(1)) } catch {} }
        await group.next()
        group.cancelAll()
      }
      _ = try await backend.complete(CompletionRequest())
      return clock.now
    }
    #expect(end == SimulationTime(seconds: 3))
  }
}
