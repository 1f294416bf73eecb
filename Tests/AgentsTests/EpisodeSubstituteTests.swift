import Agents
import SimulationKernel
import TestSupport
import Testing

@Suite("Episode: what stands in for a turn that failed")
struct EpisodeSubstituteTests {
  /// Each agent's first call of a kind succeeds, and every later one fails.
  private func messages(of turns: [Turn]) throws -> [Message] {
    let backend = ScriptedBackend { request in
      var completion = Completion("\(request.turn.instruction.rawValue)", completion: 10 + request.call)
      switch request.turn.instruction {
      case .plan: completion.answer = .none
      case .judge: (completion.answer, completion.judgement) = (.none, .choice(1))
      default: break
      }
      return request.call >= 2 ? Completion(.timeout) : completion
    }
    var rules = SwarmRules.standard
    rules.failure = .substitute
    let episode = Episode(task: SwarmTask(index: 0), agentCount: 1, backend: backend, rules: rules)
    return try ProcessSimulation().run {
      var messages: [Message] = []
      for turn in turns { messages.append(try await episode.take(turn)) }
      return messages
    }
  }

  private func turn(_ instruction: Instruction) -> Turn { Turn(AgentID(0), instruction) }

  @Test("An answer stands in for an answer or a merge, not the plan that was written after it")
  func answers() throws {
    let found = try messages(of: [turn(.answer), turn(.plan), turn(.merge), turn(.answer)])
    #expect(found[2].failure == nil && found[2].answer.content == "answer")
    #expect(found[3].answer.content == "answer")
  }

  @Test("A plan does not stand in for an answer")
  func plans() throws {
    #expect(try messages(of: [turn(.plan), turn(.plan), turn(.answer)])[2].failure == .timeout)
  }

  @Test("No earlier choice stands in for a choice among other messages")
  func judgements() throws {
    let found = try messages(of: [turn(.judge), turn(.answer), turn(.judge)])
    #expect(found[2].failure == .timeout && found[2].judgement == nil)
  }
}
