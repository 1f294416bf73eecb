import Agents
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Single")
struct SingleTests {
  @Test("The first agent is asked once, and its answer stands")
  func onlyAnswer() throws {
    let run = try ScriptedRun.simulated(Single(), agents: 3, script: Answers(["A"], ["B"]).script)
    #expect(run.answer == "A")
    #expect(described(run.requests) == ["0 answer"])
    #expect(run.account.messagesRead == 0)
  }
}
