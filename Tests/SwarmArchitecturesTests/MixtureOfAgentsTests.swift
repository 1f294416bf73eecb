import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Mixture of agents")
struct MixtureOfAgentsTests {
  @Test("Each layer reads all of the one before it and nothing else, and the first agent merges the last one")
  func layers() throws {
    let answers = Answers(["A", "B", "M"], ["a", "b"])
    let run = try ScriptedRun.simulated(mixture(2, 2), script: answers.script)
    #expect(run.waves == [2, 2, 1])
    #expect(described(run.requests) == ["0 answer", "1 answer", "0 answer A,a", "1 answer A,a", "0 merge B,b"])
    #expect(run.answer == "M")
  }

  @Test("N proposers in l layers make l N + 1 calls", arguments: [1, 6], [1, 3])
  func calls(proposers: Int, layers: Int) throws {
    let run = try ScriptedRun.simulated(mixture(proposers, layers), script: Completion.varied)
    #expect(run.waves == Array(repeating: proposers, count: layers) + [1])
  }

  @Test("Of the same model one agent makes all the calls, each of its own")
  func sameModel() throws {
    let architecture = MixtureOfAgents(["same_model": .flag(true), "layers": .integer(1)])
    #expect(architecture.agentsNeeded == 1)
    let run = try ScriptedRun.simulated(architecture, script: Completion.varied)
    #expect(run.requests.map(\.turn.agent.index) == Array(repeating: 0, count: 7))
    #expect(run.requests.map(\.call).sorted() == Array(0...6))
  }

  @Test("Where the aggregator has no answer, the last layer votes; a layer without any is passed over")
  func silence() throws {
    let merges = Answers(["A"], ["B"], ["B"])
    #expect(try ScriptedRun.simulated(mixture(3, 1), script: merges.script).answer.content == "B")
    let run = try ScriptedRun.simulated(mixture(2, 3), script: Answers(["A"], ["B"]).script)
    #expect(described(run.requests).last == "0 merge A,B")
  }

  private func mixture(_ proposers: Int, _ layers: Int) -> MixtureOfAgents {
    MixtureOfAgents(["proposers": .integer(proposers), "layers": .integer(layers)])
  }
}
