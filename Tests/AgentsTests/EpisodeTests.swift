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

  @Test("A judge within a team is asked about the candidates, not about what the team was told first")
  func briefedJudge() throws {
    let backend = ScriptedBackend { request in
      var completion = Completion(nil)
      completion.judgement = .choice(request.turn.judged.count - 1)
      return completion
    }
    let brief = [Message(from: 7, "plan"), Message(from: 7, "old")]
    let team = Episode(task: SwarmTask(index: 0), agentCount: 2, backend: backend)
      .delegated(to: [AgentID(1)], briefing: brief)
    let candidates = [Message(from: 2, "A"), Message(from: 3, "B"), Message(from: 4, "C")]
    let chosen = try simulation.run { try await team.judge(candidates, by: AgentID(1)) }
    #expect(chosen?.answer.content == "C")
    let turn = try #require(backend.requests.first?.turn)
    #expect(turn.reading.map(\.answer.content) == ["plan", "old", "A", "B", "C"] && turn.briefing == 2)
  }

  @Test("Who judges, scores or verifies sees what the rules let readers see")
  func shownToJudges() throws {
    let backend = ScriptedBackend { _ in Completion(nil) }
    var rules = SwarmRules.standard
    rules.visibility = .answers
    let episode = Episode(task: SwarmTask(index: 0), agentCount: 1, backend: backend, rules: rules)
    let candidates = [Message(from: 2, "A", confidence: 0.9, tokens: 99), Message(from: 3, "B", confidence: 0.5)]
    try simulation.run {
      _ = try await episode.judge(candidates, by: AgentID(0))
      _ = try await episode.score(candidates[0], by: AgentID(0))
      _ = try await episode.verify(candidates[0], by: AgentID(0))
    }
    let read = backend.requests.flatMap(\.turn.reading)
    #expect(read.map(\.answer) == ["A", "B", "A", "A"].map { Answer($0) })
    #expect(read.allSatisfy { $0.tokens <= TokenCount(8) })
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

  @Test("Of a turn that failed there is nothing to read")
  func failedReadings() throws {
    let (episode, _) = episode(agents: 2)
    let failed = Message(author: AgentID(1), failure: .timeout)
    _ = try simulation.run { try await episode.ask(AgentID(0), reading: [failed, Message(from: 1, "x")]) }
    #expect(episode.account.messagesRead == 1)
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

  @Test("An error of one turn is thrown at its time, and the others are cancelled; the account has what was completed")
  func errors() throws {
    let (episode, backend) = episode(agents: 10, failing: AgentID(5))
    #expect(throws: Failure()) {
      try simulation.run {
        _ = try await episode.take(all: episode.agents.map { Turn($0, .answer) })
      }
    }
    #expect(simulation.clock.now == SimulationTime(seconds: 1))
    #expect(backend.requests.count == 10)
    // The tenth agent answers at 1 s as well: it was asked after the fifth, so it comes too late.
    #expect(episode.account.usage == TokenUsage())
  }

  @Test("A swarm without agents ends the program")
  func noAgents() async {
    await #expect(processExitsWith: .failure) {
      _ = Episode(task: SwarmTask(index: 0), agentCount: 0, backend: ScriptedBackend { _ in Completion("A") })
    }
  }
}
