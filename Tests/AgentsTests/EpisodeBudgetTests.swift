import Agents
import RandomStreams
import SimulationKernel
import TestSupport
import Testing

@Suite("Episode: budgets at a simulated service")
struct EpisodeBudgetTests {
  /// Twelve agents answer at once, then read each other and answer anew.
  private func solve(
    _ world: ServingWorld, _ budget: EpisodeBudget
  ) throws -> (messages: [Message], account: EpisodeAccount) {
    let episode = Episode(
      task: SwarmTask(index: 0), agentCount: 12, backend: world.backend, budget: budget, streams: world.streams)
    let messages = try world.simulation.run {
      let first = try await episode.ask(episode.agents)
      return try await first + episode.ask(episode.agents, reading: first)
    }
    return (messages, episode.account)
  }

  private func failing(_ serving: inout ServingProfile) {
    serving.failures.malformed = 0.4
    serving.failures.timeouts = 0.1
    serving.price = TokenPrice(input: 1, output: 4)
  }

  @Test("A budget that is far from spent changes nothing, however often attempts fail")
  func ample() throws {
    let free = try solve(ServingWorld(failing), .unlimited)
    let ample = [EpisodeBudget(tokens: TokenCount(1_000_000_000)), EpisodeBudget(money: 1e6)]
    for budget in ample {
      let bound = try solve(ServingWorld(failing), budget)
      #expect(bound.messages == free.messages)
      #expect(bound.account == free.account)
    }
  }

  @Test("Attempts that fail, and are made again, stay within the budget", arguments: [300, 2_000, 5_000, 20_000])
  func scarce(tokens: Int) throws {
    let account = try solve(ServingWorld(failing), EpisodeBudget(tokens: TokenCount(tokens))).account
    #expect(account.usage.total.value <= tokens && account.calls > 0)
    let money = Double(tokens) * 2e-6
    // Prices of calls are added up in another order than they were reserved in.
    #expect(try solve(ServingWorld(failing), EpisodeBudget(money: money)).account.money <= money * (1 + 1e-12))
  }

  @Test("A budget in money holds where what is cached costs more than what is new")
  func dearCache() throws {
    let world = ServingWorld { serving in
      serving.caching = .prefix
      serving.price = TokenPrice(input: 1, output: 1, cached: 50)
    }
    // Without what is cached, both rounds cost 24 x 220 tokens and 12 x 1,440 that are read.
    let account = try solve(world, EpisodeBudget(money: 0.024)).account
    #expect(account.money <= 0.024)
  }

  @Test("What the context window has no room for is not reckoned with")
  func window() throws {
    let world = ServingWorld { $0.contextWindow = TokenCount(300) }
    let (messages, account) = try solve(world, EpisodeBudget(tokens: TokenCount(24 * 420)))
    #expect(messages.allSatisfy { $0.failure == nil })
    #expect(account.usage.total.value <= 24 * 420)
  }
}
