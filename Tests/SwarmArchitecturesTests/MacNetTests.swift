import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Topology network")
struct MacNetTests {
  private func network(_ topology: String, _ agents: Int, final: String = "merge") -> MacNet {
    MacNet(["topology": .choice(topology), "agents": .integer(agents), "final": .choice(final)])
  }

  @Test("A chain answers one after another, and the last answer wins")
  func chain() throws {
    let run = try ScriptedRun.simulated(network("chain", 3), script: Answers(["A"], ["B"], ["C"]).script)
    #expect(described(run.requests) == ["0 answer", "1 answer A", "2 answer B"])
    #expect(run.answer.content == "C")
  }

  @Test("The ends of a tree answer at once and are merged by the first agent, or vote")
  func ends() throws {
    let answers = Answers(["A", "M"], ["B"], ["C"], ["D"], ["E"], ["E"])
    let merged = try ScriptedRun.simulated(network("tree", 5), script: answers.script)
    #expect(merged.waves == [1, 2, 2, 1])
    #expect(described(merged.requests).suffix(3) == ["3 answer B", "4 answer B", "0 merge C,D,E"])
    #expect(merged.answer == "M")
    let voted = try ScriptedRun.simulated(network("star", 6, final: "vote"), script: answers.script)
    #expect(voted.waves == [1, 5])
    #expect(voted.answer.content == "E")
  }

  @Test("Silent ends leave the answer to those before them")
  func silence() throws {
    let run = try ScriptedRun.simulated(network("star", 3), script: Answers(["A", .none]).script)
    #expect(run.waves == [1, 2, 1])
    #expect(run.answer.content == "A")
  }

  @Test("A random network is drawn anew for each task")
  func random() throws {
    let readings = try (0..<6).map { task in
      try PlayedTask(network("random", 8), task: task, script: PlayedTask.letters("ABCDEFGH")).requests.map(\.read)
    }
    #expect(Set(readings).count == 6)
  }
}
