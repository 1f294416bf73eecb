import Agents
import SimulationKernel
import Testing

@Suite("Serving long and repeated prompts")
struct ServingContextTests {
  private func said(_ author: Int, _ tokens: Int) -> Message {
    Message(author: AgentID(author), answer: Answer("A"), tokens: TokenCount(tokens))
  }

  private func world(window: Int?, _ overflow: ServingProfile.Overflow) -> ServingWorld {
    ServingWorld { serving in
      serving.contextWindow = window.map { TokenCount($0) }
      serving.overflow = overflow
    }
  }

  @Test(
    "What the window has no room for is left out, the oldest first",
    arguments: [(nil, 400), (400, 400), (399, 300), (150, 150), (149, 100), (100, 100)])
  func truncating(window: Int?, prompt: Int) throws {
    let reading = [said(0, 100), said(1, 150), said(2, 50)]
    let completion = try world(window: window, .truncate).complete([.asked(reading: reading)])[0]
    #expect(completion.failure == nil && completion.usage.prompt.value == prompt)
  }

  @Test("The worker answers to what is left")
  func shortened() throws {
    let reading = (0..<9).map { said($0, 100) }
    let short = try world(window: 300, .truncate).complete((0..<40).map { .asked(task: $0, reading: reading) })
    let same = try world(window: nil, .fail).complete(
      (0..<40).map { .asked(task: $0, reading: Array(reading.suffix(2))) })
    let long = try world(window: nil, .fail).complete((0..<40).map { .asked(task: $0, reading: reading) })
    #expect(short.map(\.answer) == same.map(\.answer))
    #expect(short.map(\.answer) != long.map(\.answer))
  }

  @Test("A text that is too long by itself fails; so does any other one where nothing is to be left out")
  func overflow() throws {
    #expect(try world(window: 99, .truncate).complete(1)[0].failure == .contextOverflow)
    let failing = world(window: 149, .fail)
    let completion = try failing.complete([.asked(reading: [said(0, 50)])])[0]
    #expect(completion.failure == .contextOverflow && completion.usage == TokenUsage())
    #expect(completion.seconds == 0 && failing.report.failures[.contextOverflow] == 1)
  }

  @Test("What an agent has read before in the same task is kept, as far as the prompt begins alike")
  func caching() throws {
    let world = ServingWorld { $0.caching = .prefix }
    let backend = world.backend
    let rounds = [[], [said(0, 10), said(1, 20)], [said(0, 10), said(1, 20), said(2, 40)], [said(1, 20)]]
    let cached = try world.simulation.run {
      var cached: [Int] = []
      for (call, reading) in rounds.enumerated() {
        cached.append(try await backend.complete([.asked(call: call, reading: reading)])[0].usage.cached.value)
      }
      // Another agent and another task begin anew.
      cached.append(try await backend.complete([.asked(agent: 1)])[0].usage.cached.value)
      cached.append(try await backend.complete([.asked(task: 1)])[0].usage.cached.value)
      return cached
    }
    #expect(cached == [0, 100, 130, 100, 0, 0])
    #expect(try ServingWorld().complete([.asked(), .asked(call: 1)]).allSatisfy { $0.usage.cached == .zero })
  }

  @Test("A service that has lost a part of it keeps the share; an engine reads the rest only")
  func cachedShare() throws {
    let world = ServingWorld { serving in
      serving.caching = .prefix
      serving.cachedShare = 0.75
      serving.promptTokens = .lognormal(median: 4_000, sigma: 0)
      serving.engine = EngineProfile.named("llama-2-70b-8xh100")
    }
    let completions = try [0, 1].map { try world.complete([.asked(call: $0)])[0] }
    #expect(completions.map(\.usage.cached.value) == [0, 3_000])
    // 0.096 ms a token that is read.
    #expect(abs(completions[0].seconds - completions[1].seconds - (0.363 - 0.075)) < 1e-12)
  }
}
