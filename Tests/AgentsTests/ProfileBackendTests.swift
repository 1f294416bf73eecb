import Agents
import SimulationKernel
import Testing

@Suite("Profile backend")
struct ProfileBackendTests {
  @Test(
    "Calls queue for the service, first come first served, and the batch is done with its last call",
    arguments: [
      (1, [2.0, 4, 6, 8, 10, 12]), (2, [2, 2, 4, 4, 6, 6]), (4, [2, 2, 2, 2, 4, 4]), (9, [2, 2, 2, 2, 2, 2]),
    ])
  func queueing(concurrency: Int, expected: [Double]) throws {
    let world = ServingWorld { $0.concurrency = concurrency }
    let completions = try world.complete(6)
    #expect(completions.map(\.timing.ended.seconds) == expected)
    #expect(completions.map(\.timing.started.seconds) == expected.map { $0 - 2 })
    #expect(world.simulation.now.seconds == expected[5])
    #expect(world.report.waits.count == 6)
    #expect(abs(world.report.waits.mean - (expected.reduce(0, +) / 6 - 2)) < 1e-15)
    #expect(abs(world.report.utilization - 12 / (Double(concurrency) * expected[5])) < 1e-15)
  }

  @Test("A completion is the worker's, whatever the queue and the company", arguments: [1, 10])
  func completions(concurrency: Int) throws {
    let request = CompletionRequest.asked(task: 5, agent: 2, call: 1)
    let alone = try ServingWorld().complete([request])[0]
    let world = ServingWorld { $0.concurrency = concurrency }
    let completion = try world.complete([.asked(), request, .asked(task: 1)])[1]
    #expect(completion.answer == alone.answer && alone.answer.content != nil)
    #expect(completion.usage == TokenUsage(prompt: TokenCount(100), completion: TokenCount(120)))
    #expect(completion.usage == world.backend.bound(of: request))
    #expect((completion.attempts, completion.length) == (1, TokenCount(120)))
  }

  @Test("A process that is cancelled takes its calls back, queued and served: the places are free at once")
  func cancellation() throws {
    let world = ServingWorld { $0.concurrency = 2 }
    let (clock, backend) = (world.simulation.clock, world.backend)
    let end = try world.simulation.run {
      await withTaskGroup(of: Bool.self) { group in
        group.addTask {
          do { _ = try await backend.complete((0..<5).map { .asked(task: $0) }) } catch is CancellationError {
            return true
          } catch {}
          return false
        }
        group.addTask {
          try? await clock.sleep(for: .seconds(1))
          return true
        }
        _ = await group.next()
        group.cancelAll()
        #expect(await group.next() == true)
      }
      #expect(clock.now == SimulationTime(seconds: 1))
      _ = try await backend.complete([.asked(), .asked(task: 1)])
      return clock.now
    }
    #expect(end == SimulationTime(seconds: 3))
    #expect(abs(world.report.utilization - 1) < 1e-15)
  }

  @Test("A deadline ends a call where it stands, queued or served, and its place goes to the next one")
  func deadlines() throws {
    let world = ServingWorld { $0.concurrency = 1 }
    let limits = [1.5, .infinity, 2.5, .infinity, 0]
    let completions = try world.complete(
      limits.enumerated().map { task, limit in
        .asked(task: task, limit: CallLimit(deadline: EpisodeTime(seconds: limit)))
      })
    #expect(completions.map(\.failure) == [.budget, nil, .budget, nil, .budget])
    #expect(completions.map(\.timing.ended.seconds) == [1.5, 3.5, 2.5, 5.5, 0])
    #expect(completions.map(\.usage.total.value) == [0, 220, 0, 220, 0])
    #expect(world.report.failures[.budget] == 3)
  }

  @Test(
    "A completion is cut to what the call may take, and then has no answer; less than a token is refused",
    arguments: [(220, 120, nil), (219, 119, nil), (101, 1, nil), (100, 0, CompletionFailure.budget)])
  func tokenLimit(tokens: Int, completion: Int, failure: CompletionFailure?) throws {
    let world = ServingWorld()
    let limited = try world.complete([.asked(limit: CallLimit(tokens: TokenCount(tokens)))])[0]
    #expect(limited.failure == failure)
    #expect(limited.usage.completion.value == completion)
    #expect((limited.answer.content != nil) == (completion == 120))
    // Fewer tokens take less time.
    #expect(abs(limited.seconds - (failure == nil ? 0.5 + Double(completion) / 80 : 0)) < 1e-12)
  }

  @Test("A limit in money cuts as many tokens as it does not pay", arguments: [120, 119, 1])
  func moneyLimit(completion: Int) throws {
    let world = ServingWorld { $0.price = TokenPrice(input: 1, output: 4) }
    let request = CompletionRequest.asked()
    let money = world.backend.price(of: request).cost(
      of: TokenUsage(prompt: TokenCount(100), completion: TokenCount(completion)))
    let limited = try world.complete([.asked(limit: CallLimit(money: money))])[0]
    #expect(limited.usage.completion.value == completion)
    #expect((limited.answer.content == nil) == (completion < 120))
  }

  @Test("A single call that fails throws its failure; no calls are no completions and take no time")
  func single() throws {
    let world = ServingWorld { $0.failures.serverErrors = 1 }
    let backend = world.backend
    #expect(throws: CompletionFailure.serverError) {
      try world.simulation.run { try await backend.complete(.asked()) }
    }
    #expect(try world.complete([]).isEmpty)
  }

  @Test("Members have services of their own, and a judge judges for all")
  func cast() throws {
    let streams = ServingWorld().streams
    let simulation = ProcessSimulation()
    var worker = WorkerProfile()
    worker.correctness.errorCorrelation = 0
    var serving = ServingProfile()
    serving.concurrency = 1
    let members = ["one", "two"].map { SwarmCast.Member($0, worker: worker, serving: serving) }
    let backend = ProfileBackend(
      SwarmCast(members, agents: [0], judge: 1), questions: LetterQuestions(streams: streams, wrongAnswers: 3),
      streams: streams, in: simulation)
    _ = try simulation.run { try await backend.complete([.asked(), .asked(call: 1, .score), .asked(call: 2)]) }
    #expect(backend.reports.map(\.name) == ["one", "two"])
    #expect(backend.reports.map(\.calls) == [2, 1])
    #expect(backend.reports[1].waits.maximum == 0 && backend.reports[0].waits.maximum > 0)
  }

  @Test("Thousands of calls take the places of those that are done, and the same seed gives the same run")
  func reuse() throws {
    func run() throws -> ([Double], Fingerprint) {
      let world = ServingWorld { serving in
        serving.firstToken = Lognormal(median: 0.5, sigma: 0.5)
        serving.failures = .typical
      }
      let backend = world.backend
      let ends = try world.simulation.run {
        var ends: [Double] = []
        for task in 0..<300 {
          let completions = try await backend.complete((0..<5).map { .asked(task: task, agent: $0) })
          ends.append(completions.map(\.timing.ended.seconds).max() ?? 0)
        }
        return ends
      }
      return (ends, world.simulation.fingerprint)
    }
    let (first, second) = (try run(), try run())
    #expect(first == second)
    #expect(zip(first.0, first.0.dropFirst()).allSatisfy(<))
  }
}
