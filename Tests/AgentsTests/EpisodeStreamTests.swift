import Agents
import RandomStreams
import SimulationKernel
import TestSupport
import Testing

@Suite("Episode: what is left to chance")
struct EpisodeStreamTests {
  private func draw(_ episode: Episode, _ number: Int = 0) -> Double {
    var stream = episode.stream("tie", number)
    return stream.uniform()
  }

  @Test("A team draws apart from whoever handed the task on, and anew each time that it is handed to the same agents")
  func teams() throws {
    let backend = ScriptedBackend { _ in Completion("A") }
    let whole = Episode(task: SwarmTask(index: 1), agentCount: 4, backend: backend)
    let draws = try ProcessSimulation().run {
      let first = whole.delegated(to: whole.agents)
      let nested = first.delegated(to: whole.agents.prefix(2))
      let other = whole.delegated(to: whole.agents.suffix(2))
      _ = try await first.ask(whole.agents)
      let second = whole.delegated(to: whole.agents)
      return [whole, first, nested, other, second].flatMap { [draw($0), draw($0, 1)] }
    }
    #expect(Set(draws).count == 10)
  }

  @Test("What a team draws does not depend on how many calls others have made")
  func others() throws {
    let draws = try [0, 3].map { calls in
      let backend = ScriptedBackend { _ in Completion("A") }
      let whole = Episode(task: SwarmTask(index: 1), agentCount: 4, backend: backend)
      return try ProcessSimulation().run {
        for _ in 0..<calls { _ = try await whole.ask(AgentID(0)) }
        return draw(whole.delegated(to: whole.agents.suffix(2)))
      }
    }
    #expect(draws[0] == draws[1])
  }
}
