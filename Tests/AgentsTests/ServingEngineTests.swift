import Agents
import SimulationKernel
import Testing

@Suite("Serving by an engine with continuous batching")
struct ServingEngineTests {
  private let profile = EngineProfile.named("llama-2-70b-8xh100")

  private func world(batch: Int = 64, _ change: (inout ServingProfile) -> Void = { _ in }) -> ServingWorld {
    ServingWorld { serving in
      serving.engine = profile
      serving.engine?.maximumBatch = batch
      change(&serving)
    }
  }

  @Test("A call alone takes its prefill and a step a token", arguments: EngineProfile.all.map(\.name))
  func single(name: String) throws {
    let engine = try #require(EngineProfile.named(name))
    let completion = try world { $0.engine = engine }.complete(1)[0]
    // Step by step: the batch holds 100 tokens at the first one, and one more at each.
    var expected = max(engine.prefillFloor, engine.prefillBase + engine.prefillToken * 100)
    for step in 0..<120 {
      expected += engine.stepBase + engine.stepCall + engine.stepToken * Double(100 + step)
    }
    #expect(abs(completion.seconds - expected / 1_000) < 1e-12)
  }

  @Test("Long prompts take longer to read, from where the line is above the floor")
  func prefill() throws {
    let engine = try #require(profile)
    #expect(engine.prefillSeconds(tokens: 100) == 0.054)
    #expect(abs(engine.prefillSeconds(tokens: 2_000) - 0.171) < 1e-15)
  }

  @Test("A batch of 64 takes 1.7 steps of a single call, and gives 38 times its tokens")
  func throughput() throws {
    // Halfway through a completion of 120 tokens after a prompt of 512.
    let engine = try #require(profile)
    let one = engine.decodeSeconds(steps: 1, calls: 1, tokens: 572)
    let many = engine.decodeSeconds(steps: 1, calls: 64, tokens: 64 * 572)
    #expect(abs(many / one - 1.68) < 0.02)
    let seconds = try [1, 64].map { count in
      let world = self.world { serving in
        serving.promptTokens = .lognormal(median: 512, sigma: 0)
      }
      _ = try world.complete(count)
      // Without the prefill.
      return world.simulation.now.seconds - engine.prefillSeconds(tokens: 512 * count)
    }
    #expect(abs(64 * seconds[0] / seconds[1] - 38) < 0.5)
  }

  /// The engine step by step, as the definition has it: the ends of calls that come at given times.
  private func stepByStep(
    _ engine: EngineProfile, batch: Int, arrivals: [Double], lengths: [Int], prompt: Int
  ) -> [Double] {
    var ends = [Double](repeating: 0, count: arrivals.count)
    var written = [Int](repeating: 0, count: arrivals.count)
    var (running, next, now): ([Int], Int, Double) = ([], 0, 0)
    while next < arrivals.count || !running.isEmpty {
      if running.isEmpty { now = max(now, arrivals[next]) }
      var joining: [Int] = []
      while next < arrivals.count, arrivals[next] <= now, running.count + joining.count < batch {
        joining.append(next)
        next += 1
      }
      if !joining.isEmpty {
        now += max(engine.prefillFloor, engine.prefillBase + engine.prefillToken * Double(prompt * joining.count)) / 1e3
        running += joining
        continue
      }
      let tokens = running.reduce(0) { $0 + prompt + written[$1] }
      now += (engine.stepBase + engine.stepCall * Double(running.count) + engine.stepToken * Double(tokens)) / 1e3
      for call in running {
        written[call] += 1
        if written[call] == lengths[call] { ends[call] = now }
      }
      running.removeAll { written[$0] == lengths[$0] }
    }
    return ends
  }

  @Test("Steps that are passed over in one event end when they would one by one", arguments: [2, 3, 64])
  func skipping(batch: Int) throws {
    let world = self.world(batch: batch) { serving in
      serving.completionTokens = .lognormal(median: 60, sigma: 0.8)
    }
    let (backend, clock) = (world.backend, world.simulation.clock)
    let arrivals = (0..<30).map { Double($0 * $0 % 47) * 0.113 }.sorted()
    let requests = arrivals.indices.map { CompletionRequest.asked(task: $0) }
    let ends = try world.simulation.run {
      try await withThrowingTaskGroup(of: (Int, Double).self) { group in
        for index in arrivals.indices {
          group.addTask {
            try await clock.sleep(until: SimulationTime(seconds: arrivals[index]))
            _ = try await backend.complete([requests[index]])
            return (index, clock.now.seconds)
          }
        }
        return try await group.reduce(into: [Double](repeating: 0, count: arrivals.count)) { $0[$1.0] = $1.1 }
      }
    }
    let lengths = requests.map { backend.bound(of: $0).completion.value }
    let expected = stepByStep(
      try #require(profile), batch: batch, arrivals: arrivals, lengths: lengths, prompt: 100)
    #expect(zip(ends, expected).allSatisfy { abs($0 - $1) < 1e-9 })
    // Far fewer events than tokens.
    #expect(world.simulation.eventCount * 3 < lengths.reduce(0, +))
  }

  @Test("What comes in goes out, each token once, also where callers leave and calls fail")
  func conservation() throws {
    let world = self.world(batch: 4) { serving in
      serving.failures = .typical
      serving.failures.serverErrors = 0.1
      serving.completionTokens = .lognormal(median: 40, sigma: 0.8)
    }
    let completions = try world.complete(
      (0..<200).map { .asked(task: $0, limit: CallLimit(deadline: EpisodeTime(seconds: Double(20 + $0)))) })
    let report = world.report
    #expect(completions.count == 200 && report.calls == 200)
    #expect(completions.reduce(0) { $0 + $1.attempts } == report.attempts)
    #expect(report.attempts == 200 + report.retries)
    let succeeded = completions.filter { $0.failure == nil }
    // Each attempt ends well, or in a failure, or is cut short by the deadline of its call.
    let late = report.failures[.budget] ?? 0
    let ended = succeeded.count + report.failures.values.reduce(0, +) - late
    #expect(late > 0 && late == completions.count { $0.failure == .budget })
    #expect(ended <= report.attempts && report.attempts <= ended + late)
    #expect(succeeded.allSatisfy { $0.answer.content != nil })
    #expect(report.utilization > 0.5 && report.utilization <= 1)
    // Afterwards the engine is as good as new.
    let now = world.simulation.now.seconds
    let last = try world.complete([.asked(task: 900)])[0]
    #expect(last.timing.issued.seconds == now && last.timing.started.seconds == now)
  }

  @Test("Who leaves makes room after the step under way")
  func leaving() throws {
    let world = self.world(batch: 1)
    let engine = try #require(profile)
    let completions = try world.complete([
      .asked(limit: CallLimit(deadline: EpisodeTime(seconds: 1))), .asked(task: 1),
    ])
    #expect(completions[0].failure == .budget && completions[0].timing.ended.seconds == 1)
    let start = completions[1].timing.started.seconds
    #expect(start > 1 && start < 1 + engine.decodeSeconds(steps: 1, calls: 1, tokens: 140))
    #expect(abs(completions[1].timing.ended.seconds - start - (try self.world().complete(1)[0].seconds)) < 1e-12)
  }
}
