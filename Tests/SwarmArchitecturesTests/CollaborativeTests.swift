import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Collaborative")
struct CollaborativeTests {
  @Test("Every voter answers once, all at once, and reads nothing", arguments: [1, 5, 30])
  func calls(voters: Int) throws {
    let run = try ScriptedRun.simulated(Collaborative(["voters": .integer(voters)]), script: Completion.varied)
    #expect(run.waves == [voters])
    #expect(described(run.requests) == (0..<voters).map { "\($0) answer" })
    #expect(run.account.messagesRead == 0)
  }

  @Test("The most frequent answer wins; ties go to the first agent with one of the tied answers")
  func vote() throws {
    let clear = try ScriptedRun.simulated(Collaborative(), script: Answers(["A"], ["B"], ["B"], ["C"], ["B"]).script)
    #expect(clear.answer == Answer("B", confidence: 0.6))
    let tied = try ScriptedRun.simulated(
      Collaborative(), script: Answers([.none], ["B"], ["A"], ["A"], ["B"]).script)
    #expect(tied.answer == Answer("B", confidence: 0.5))
  }
}
