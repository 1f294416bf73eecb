import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Pipeline")
struct PipelineTests {
  @Test("Each reads the one before it, and the last answer wins")
  func row() throws {
    let run = try ScriptedRun.simulated(Pipeline(), script: Answers(["A"], ["B"], ["C"]).script)
    #expect(run.waves == [1, 1, 1])
    #expect(described(run.requests) == ["0 answer", "1 answer A", "2 answer B"])
    #expect(run.answer == "C")
  }

  @Test("A stage without an answer is passed over")
  func silence() throws {
    let run = try ScriptedRun.simulated(Pipeline(), script: Answers(["A"], [.none], [.none]).script)
    #expect(described(run.requests) == ["0 answer", "1 answer A", "2 answer A"])
    #expect(run.answer == "A")
  }

  @Test("A stage may be a vote, all of whose voters read the stage before it")
  func teams() throws {
    let vote = NestedArchitecture("collaborative", given: ["voters": .integer(3)])
    let pipeline = Pipeline(["stages": .integer(2), "stage": .architecture(vote)])
    let run = try ScriptedRun.simulated(pipeline, script: Answers(["A"], ["B"], ["B"], ["C"], ["C"], ["D"]).script)
    #expect(described(run.requests).suffix(3) == ["3 answer B", "4 answer B", "5 answer B"])
    #expect(run.answer.content == "C")
  }
}
