import Agents
import RandomStreams
import SimulationKernel
import Testing

@Suite("Serving that fails")
struct ServingFailureTests {
  @Test("Without failure rates nothing fails")
  func none() throws {
    let world = ServingWorld()
    #expect(try world.complete(50).allSatisfy { $0.failure == nil && $0.attempts == 1 })
    #expect(world.report.failures.values.allSatisfy { $0 == 0 })
    #expect(ServingProfile().failures.total == 0)
  }

  @Test(
    "Each kind of failure takes its time and its tokens",
    arguments: [
      (CompletionFailure.timeout, 60.0, 100), (.serverError, 0.5, 0), (.empty, 0.5, 100), (.malformed, 2, 220),
    ])
  func kinds(failure: CompletionFailure, seconds: Double, tokens: Int) throws {
    let world = ServingWorld { serving in
      serving.retries.limit = 0
      switch failure {
      case .timeout: serving.failures.timeouts = 1
      case .serverError: serving.failures.serverErrors = 1
      case .empty: serving.failures.empty = 1
      default: serving.failures.malformed = 1
      }
    }
    let completion = try world.complete(1)[0]
    #expect(completion.failure == failure && completion.answer == .none)
    #expect((completion.seconds, completion.usage.total.value) == (seconds, tokens))
    #expect(world.report.failures[failure] == 1)
  }

  @Test("Attempts are geometric: with p failing, the mean number is (1 - p^(r + 1)) / (1 - p)")
  func expectedAttempts() throws {
    let (share, limit, count) = (0.3, 3, 4_000)
    let world = ServingWorld { serving in
      serving.concurrency = 10_000
      serving.failures.malformed = share
      serving.retries.limit = limit
    }
    let completions = try world.complete(count)
    let powers = (0...limit).map { PortableMath.power(share, Double($0)) }
    let (mean, failing) = (powers.reduce(0, +), PortableMath.power(share, Double(limit + 1)))
    // Five standard errors: a right implementation fails one seed in 10⁶; an attempt more or less in 20 calls is found.
    let attempts = Double(completions.reduce(0) { $0 + $1.attempts }) / Double(count)
    #expect(abs(attempts - mean) < 5 * 0.75 / Double(count).squareRoot())
    let failed = Double(completions.count { $0.failure == .malformed }) / Double(count)
    #expect(abs(failed - failing) < 5 * (failing / Double(count)).squareRoot())
    #expect(completions.allSatisfy { $0.usage.total.value == $0.attempts * 220 })
  }

  @Test("The typical rates come out, by kind")
  func typical() throws {
    let count = 5_000
    let world = ServingWorld { serving in
      serving.concurrency = 10_000
      serving.failures = .typical
      serving.retries.limit = 0
    }
    _ = try world.complete(count)
    let expected: [CompletionFailure: Double] = [
      .timeout: 0.01, .serverError: 0.005, .empty: 0.005, .malformed: 0.015,
    ]
    for (failure, rate) in expected {
      // Five standard errors: false alarm 10⁻⁶ each; twice the rate is found.
      let found = Double(world.report.failures[failure] ?? 0) / Double(count)
      #expect(abs(found - rate) < 5 * (rate / Double(count)).squareRoot())
    }
  }

  @Test("Three retries at each of five layers are 1,024 calls of the lowest service where it is down")
  func layers() throws {
    let world = ServingWorld { serving in
      serving.failures.serverErrors = 1
      serving.retries.limit = 3
    }
    // The service is the lowest layer; four callers above it try again by themselves.
    let backend = world.backend
    @Sendable func layer(_ depth: Int) async throws -> Bool {
      if depth == 0 { return try await backend.complete([.asked()])[0].failure == nil }
      for _ in 0...3 where try await layer(depth - 1) { return true }
      return false
    }
    #expect(try !world.simulation.run { try await layer(4) })
    // 4⁵: every layer makes four attempts of each call. With two retries it would be 3⁵ = 243.
    #expect(world.report.attempts == 1_024)
  }

  @Test("A retry budget stops a storm: retries are at most its share of the calls", arguments: [0.1, 0.5])
  func budget(share: Double) throws {
    let world = ServingWorld { serving in
      serving.failures.serverErrors = 1
      serving.retries.limit = 5
      serving.retries.budget = share
    }
    _ = try world.completeInTurn(100)
    #expect(world.report.retries == Int(100 * share))
  }

  @Test(
    "Waits before retries grow by the factor, up to the longest, and jitter shortens them",
    arguments: RetryPolicy.Jitter.allCases)
  func backoff(jitter: RetryPolicy.Jitter) throws {
    let world = ServingWorld { serving in
      serving.failures.serverErrors = 1
      serving.retries.limit = 4
      serving.retries.base = 1
      serving.retries.factor = 3
      serving.retries.longest = 10
      serving.retries.jitter = jitter
    }
    // Five attempts of half a second, and waits of 1, 3, 9 and 10 s.
    let waited = try world.complete(1)[0].seconds - 2.5
    switch jitter {
    case .none: #expect(abs(waited - 23) < 1e-12)
    case .full: #expect(waited > 0 && waited < 23)
    case .equal: #expect(waited > 11.5 && waited < 23)
    }
  }

  @Test("A retry that the limit of the call has no room for is not made", arguments: [(439, 1), (440, 2)])
  func retriesWithinLimit(tokens: Int, attempts: Int) throws {
    let world = ServingWorld { $0.failures.malformed = 1 }
    let completion = try world.complete([.asked(limit: CallLimit(tokens: TokenCount(tokens)))])[0]
    #expect((completion.attempts, completion.failure) == (attempts, .malformed))
    #expect(completion.usage.total.value <= tokens)
  }

  // MARK: Limits of the provider

  @Test("A limit that the client keeps to lets as many go on as the bucket fills", arguments: [true, false])
  func bucket(ofRequests: Bool) throws {
    let world = ServingWorld { serving in
      serving.concurrency = 1_000
      serving.rateLimit.requests = ofRequests ? 60 : .infinity
      serving.rateLimit.tokens = ofRequests ? .infinity : 60 * 220
      serving.rateLimit.burst = 10
      serving.rateLimit.excess = .wait
    }
    let completions = try world.complete(40)
    // Ten at once, and then one a second.
    let expected = (0..<40).map { 2 + max(0, Double($0) - 9) }
    #expect(zip(completions, expected).allSatisfy { abs($0.timing.ended.seconds - $1) < 1e-6 })
    #expect(completions.allSatisfy { $0.attempts == 1 && $0.failure == nil })
  }

  @Test("Without such a client the excess is refused, costs nothing, and is tried again")
  func refused() throws {
    let world = ServingWorld { serving in
      serving.concurrency = 1_000
      serving.rateLimit.requests = 60
      serving.rateLimit.burst = 10
      serving.retries.limit = 1
      serving.retries.base = 5
      serving.retries.jitter = .none
    }
    let completions = try world.complete(40)
    // Ten at once; five more five seconds later.
    #expect(completions.count { $0.failure == nil } == 15)
    #expect(completions.count { $0.failure == .rateLimit && $0.usage == TokenUsage() } == 25)
    #expect(world.report.failures[.rateLimit] == 30 + 25)
  }

  @Test("A request above the whole bucket waits for a full one")
  func largerThanBucket() throws {
    let world = ServingWorld { serving in
      serving.rateLimit.tokens = 60
      serving.rateLimit.excess = .wait
    }
    // 60 tokens in the bucket, one a second; each call takes 220, which have to come back.
    #expect(try world.complete(2).map { $0.timing.started.seconds } == [0, 220])
  }

  @Test("Calls made at even times meet outages in their share, in stretches of the mean length")
  func outageShare() throws {
    let world = ServingWorld { serving in
      serving.outages = OutageProfile(availability: 0.8, meanSeconds: 50)
      serving.retries.limit = 0
      serving.concurrency = 10
    }
    let (backend, clock) = (world.backend, world.simulation.clock)
    let count = 8_000
    let isOut = try world.simulation.run {
      var isOut: [Bool] = []
      for number in 0..<count {
        try await clock.sleep(until: SimulationTime(seconds: Double(number) * 10))
        isOut.append(try await backend.complete([.asked(task: number)])[0].failure == .outage)
      }
      return isOut
    }
    let share = Double(isOut.count { $0 }) / Double(count)
    // About 320 cycles of 250 s: the share's standard error is about 0.2 · 0.8 · √(2 / 320) = 0.013. Five of them: one
    // false alarm in 10⁶ seeds; shares that differ by 0.1 are found.
    #expect(abs(share - 0.2) < 0.065)
    let outages = zip(isOut, isOut.dropFirst()).count { !$0 && $1 }
    #expect(outages > 180 && outages < 420)
  }

  @Test("Draws belong to the call and the attempt, whoever else calls")
  func streams() throws {
    func attempts(_ tasks: [Int]) throws -> [Int] {
      let world = ServingWorld { serving in
        serving.failures.malformed = 0.5
        serving.retries.limit = 20
      }
      return try world.complete(tasks.map { .asked(task: $0) }).map(\.attempts)
    }
    let all = try attempts(Array(0..<20))
    #expect(try attempts([7, 3, 19]) == [all[7], all[3], all[19]])
    #expect(Set(all).count > 2)
  }
}
