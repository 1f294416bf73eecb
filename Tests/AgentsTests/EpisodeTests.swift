import Agents
import SimulationKernel
import TestSupport
import Testing

@Suite("Episode")
struct EpisodeTests {
  private struct Failure: Error, Equatable {}

  private let simulation = ProcessSimulation()

  /// An episode whose agents take the longer, the smaller their number; each answers with its number and call.
  private func episode(agents: Int, failing: AgentID? = nil) -> (Episode, ScriptedBackend) {
    let clock = simulation.clock
    let script = { @Sendable (request: CompletionRequest) in
      let agent = request.turn.agent.index
      return Completion("\(agent).\(request.call)", prompt: 100, completion: 10 + agent)
    }
    let backend = ScriptedBackend(script) { request in
      let agent = request.turn.agent
      if agent == failing {
        try await clock.sleep(for: .seconds(1))
        throw Failure()
      }
      try await clock.sleep(for: .seconds(Double(10 - agent.index)))
    }
    return (Episode(task: SwarmTask(index: 7), agentCount: agents, backend: backend), backend)
  }

  @Test("A swarm has its agents in their order, and the requests are about its task")
  func agents() throws {
    let (episode, backend) = episode(agents: 3)
    #expect(episode.agents == [AgentID(0), AgentID(1), AgentID(2)])
    let turn = Turn(AgentID(1), .merge, reading: [Message(from: 0, "x")])
    let message = try simulation.run { try await episode.take(turn) }
    #expect(message == Message(from: 1, "1.0", tokens: 11))
    #expect(backend.requests == [CompletionRequest(task: SwarmTask(index: 7), turn: turn, call: 0)])
  }

  @Test("Messages come in the order of the turns, whichever is ready first, and the turns overlap")
  func order() throws {
    let (episode, _) = episode(agents: 4)
    let messages = try simulation.run {
      try await episode.take(all: [2, 0, 3, 1].map { Turn(AgentID($0), .answer) })
    }
    #expect(messages.map(\.answer.content) == ["2.0", "0.0", "3.0", "1.0"])
    #expect(simulation.clock.now == SimulationTime(seconds: 10))
  }

  @Test("Calls are numbered for each agent by itself, over single and common turns")
  func callNumbers() throws {
    let (episode, backend) = episode(agents: 2)
    let contents = try simulation.run {
      let first = try await episode.take(Turn(AgentID(1), .answer))
      let turns = [1, 1, 0].map { Turn(AgentID($0), .answer) }
      let second = try await episode.take(all: turns)
      let third = try await episode.take(Turn(AgentID(1), .answer))
      return ([first] + second + [third]).map(\.answer.content)
    }
    #expect(contents == ["1.0", "1.1", "1.2", "0.0", "1.3"])
    #expect(Set(backend.requests.map(\.entity)).count == 5)
  }

  @Test("Another episode of the same task starts its numbers and its account anew")
  func newEpisode() throws {
    for _ in 0..<2 {
      let (episode, _) = episode(agents: 1)
      #expect(try simulation.run { try await episode.take(Turn(AgentID(0), .answer)) }.answer.content == "0.0")
      #expect(episode.account.calls == 1)
    }
  }

  @Test("The account counts calls, tokens, and the messages of others that were read")
  func account() throws {
    let (episode, _) = episode(agents: 3)
    #expect(episode.account == EpisodeAccount())
    try simulation.run {
      let round = try await episode.take(all: episode.agents.map { Turn($0, .answer) })
      _ = try await episode.take(all: episode.agents.prefix(2).map { Turn($0, .answer, reading: round) })
    }
    #expect(episode.account.calls == 5)
    // Two agents read three messages each, one of them their own.
    #expect(episode.account.messagesRead == 4)
    #expect(
      episode.account.usage == TokenUsage(prompt: TokenCount(500), completion: TokenCount(10 + 11 + 12 + 10 + 11)))
  }

  @Test("No turns are no messages")
  func noTurns() throws {
    let (episode, backend) = episode(agents: 1)
    #expect(try simulation.run { try await episode.take(all: []) }.isEmpty)
    #expect(backend.requests.isEmpty)
  }

  @Test(
    "An error of one turn is thrown at its time, and the others are cancelled; the account has the calls that were made"
  )
  func errors() throws {
    let (episode, backend) = episode(agents: 10, failing: AgentID(5))
    #expect(throws: Failure()) {
      try simulation.run {
        _ = try await episode.take(all: episode.agents.map { Turn($0, .answer) })
      }
    }
    #expect(simulation.clock.now == SimulationTime(seconds: 1))
    #expect(backend.requests.count == 10)
    // Calls count when they are made, so that those under way are within the budget; what they took counts at the end.
    #expect(episode.account.calls == 10 && episode.account.usage == TokenUsage())
  }

  @Test("A swarm without agents ends the program")
  func noAgents() async {
    await #expect(processExitsWith: .failure) {
      _ = Episode(task: SwarmTask(index: 0), agentCount: 0, backend: ScriptedBackend { _ in Completion("A") })
    }
  }
}
