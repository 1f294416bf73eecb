import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Second opinion")
struct SecondOpinionTests {
  @Test("Where two agree, nobody else is asked")
  func agreement() throws {
    let run = try ScriptedRun.simulated(SecondOpinion(), script: Answers(["A"], ["A"], ["B"]).script)
    #expect(described(run.requests) == ["0 answer", "1 answer"])
    #expect(run.answer.content == "A")
  }

  @Test("Where they differ, a third reads both and decides")
  func difference() throws {
    let run = try ScriptedRun.simulated(SecondOpinion(), script: Answers(["A"], ["B"], ["B"]).script)
    #expect(described(run.requests) == ["0 answer", "1 answer", "2 merge A,B"])
    #expect(run.waves == [2, 1])
    #expect(run.answer.content == "B")
  }

  @Test("Who decides and says nothing leaves it to the vote")
  func silence() throws {
    let run = try ScriptedRun.simulated(SecondOpinion(), script: Answers(["A"], ["B"], [.none]).script)
    #expect(run.answer.content == "A")
  }
}
