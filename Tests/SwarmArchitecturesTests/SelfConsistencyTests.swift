import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Self-consistency")
struct SelfConsistencyTests {
  @Test("One agent answers so often, all at once, each time as another call", arguments: [1, 5, 40])
  func calls(samples: Int) throws {
    let run = try ScriptedRun.simulated(SelfConsistency(["samples": .integer(samples)]), script: Completion.varied)
    #expect(run.waves == [samples])
    #expect(Set(run.requests.map(\.turn)) == [Turn(AgentID(0), .answer)])
    #expect(run.requests.map(\.call).sorted() == Array(0..<samples))
  }

  @Test("Its most frequent answer wins; ties go to the answer given first")
  func vote() throws {
    let agreeing = try ScriptedRun.simulated(SelfConsistency(), script: Answers(["A", "B", "C", "B", "D"]).script)
    #expect(agreeing.answer == Answer("B", confidence: 0.4))
    let tied = try ScriptedRun.simulated(SelfConsistency(), script: Answers([.none, "C", "B", "B", "C"]).script)
    #expect(tied.answer == Answer("C", confidence: 0.5))
  }
}
