import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Coordination")
struct CoordinationTests {
  private func architecture(
    _ structure: String, agents: Int = 3, rounds: Int = 1, turns: Int = 1, edges: Int = 0
  ) -> Coordination {
    Coordination([
      "structure": .choice(structure), "agents": .integer(agents), "rounds": .integer(rounds),
      "turns": .integer(turns), "peer_edges": .integer(edges),
    ])
  }

  @Test("A single agent writes notes, rereads them, and answers at the last step")
  func single() throws {
    let run = try PlayedTask(architecture("single", turns: 4), script: PlayedTask.letters("A"))
    #expect(run.requests.map(\.turn.instruction) == [.plan, .plan, .plan, .answer])
    #expect(run.requests.map(\.turn.reading.count) == [0, 1, 2, 3])
    #expect(run.answer.content == "A")
  }

  @Test("Of independent results put after each other the last one is read, however many say something else")
  func independent() throws {
    let run = try PlayedTask(architecture("independent", turns: 2), script: PlayedTask.letters("AAB"))
    #expect(run.waves == [3, 3])
    #expect(run.answer.content == "B")
    #expect(run.account.messagesRead == 0)
    #expect(try PlayedTask(architecture("independent"), script: PlayedTask.letters("AB-")).answer.content == "B")
  }

  @Test("A centralized orchestrator reads all, the agents read its verdict only, and its last verdict stands")
  func centralized() throws {
    let run = try PlayedTask(architecture("centralized", agents: 2, rounds: 2), script: PlayedTask.letters("OAB"))
    #expect(run.waves == [2, 1, 2, 1])
    #expect(
      described(run.requests) == [
        "1 answer", "2 answer", "0 merge A,B", "1 answer O", "2 answer O", "0 merge O,A,B",
      ])
    #expect(run.answer.content == "O")
  }

  @Test("An orchestrator that gives no answer leaves it to the agents' votes")
  func silentOrchestrator() throws {
    let run = try PlayedTask(architecture("centralized"), script: PlayedTask.letters("-ABB"))
    #expect(run.answer.content == "B")
  }

  @Test("Decentralized agents read all of all rounds, or of the last one, and vote at the end")
  func decentralized() throws {
    let debate = architecture("decentralized", agents: 2, rounds: 3)
    let full = try PlayedTask(debate, script: PlayedTask.letters("AB"))
    #expect(full.requests.map(\.read) == ["", "", "AB", "AB", "ABAB", "ABAB"])
    let last = try PlayedTask(
      debate, rules: SwarmRules(["context": .choice("last-round")]), script: PlayedTask.letters("AB"))
    #expect(last.requests.map(\.read) == ["", "", "AB", "AB", "AB", "AB"])
    #expect(try PlayedTask(architecture("decentralized"), script: PlayedTask.letters("ABB")).answer.content == "B")
  }

  @Test("In the hybrid structure agents read the peer before them, then the one before that, beside their own result")
  func hybrid() throws {
    let run = try PlayedTask(architecture("hybrid", edges: 4), script: PlayedTask.letters("OABC"))
    #expect(run.waves == [3, 3, 1, 1])
    #expect(
      described(run.requests).dropFirst(3) == [
        "1 answer A,C", "2 answer B,A", "3 answer C,B", "1 answer A,B", "0 merge A,B,C",
      ])
  }

  @Test("Agreement ends the rounds", arguments: ["centralized", "decentralized", "hybrid"])
  func agreement(structure: String) throws {
    let rules = SwarmRules(["early_stop": .number(1)])
    let swarm = architecture(structure, rounds: 5)
    let run = try PlayedTask(swarm, rules: rules, script: PlayedTask.letters("A"))
    #expect(run.account.calls == (structure == "decentralized" ? 3 : 4))
  }

  @Test(
    "The presets take nearly as many turns as were published",
    arguments: [
      ("single", 7.2, 7.0), ("independent", 11.4, 12), ("decentralized", 26.1, 27), ("centralized", 27.7, 28),
      ("hybrid", 44.3, 44),
    ])
  func turns(structure: String, published: Double, calls: Double) throws {
    let preset = try #require(Coordination.presets.first { $0.name == "kim-2025-" + structure })
    #expect(Coordination(preset.parameters).cost(under: .standard).calls == calls)
    #expect(abs(calls - published) < 1)
  }
}
