import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Competitive")
struct CompetitiveTests {
  @Test("Every contender answers once, all at once, and reads nothing", arguments: [1, 5, 30])
  func calls(contenders: Int) throws {
    let run = try ScriptedRun.simulated(Competitive(["contenders": .integer(contenders)]), script: Completion.varied)
    #expect(run.waves == [contenders])
    #expect(described(run.requests) == (0..<contenders).map { "\($0) answer" })
    #expect(run.account.messagesRead == 0)
  }

  @Test("The most confident answer wins, not the most frequent; ties go to the first agent")
  func choice() throws {
    func answer(_ content: String, _ confidence: Double) -> [Answer] { [Answer(content, confidence: confidence)] }
    let run = try ScriptedRun.simulated(
      Competitive(["contenders": .integer(4)]),
      script: Answers(answer("A", 0.8), answer("B", 0.95), answer("C", 0.95), answer("A", 0.9)).script)
    #expect(run.answer == Answer("B", confidence: 0.95))
  }
}
