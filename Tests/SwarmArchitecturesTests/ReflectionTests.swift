import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Reflection")
struct ReflectionTests {
  @Test("One agent answers, and reads its own last answer each time after", arguments: [0, 1, 3])
  func calls(reflections: Int) throws {
    let run = try ScriptedRun.simulated(
      Reflection(["reflections": .integer(reflections)]), script: Answers(["A", "B", "C", "D"]).script)
    #expect(
      described(run.requests) == Array(["0 answer", "0 reflect A", "0 reflect B", "0 reflect C"][...reflections]))
    #expect(run.answer.content == ["A", "B", "C", "D"][reflections])
    #expect(run.account.messagesRead == 0)
  }

  @Test("Who has nothing new to say stands by the last answer, and reads that again")
  func silence() throws {
    let run = try ScriptedRun.simulated(
      Reflection(["reflections": .integer(2)]), script: Answers(["A", .none, .none]).script)
    #expect(described(run.requests) == ["0 answer", "0 reflect A", "0 reflect A"])
    #expect(run.answer == "A")
  }

  @Test("An agent sees of its own answer what the rules show")
  func visibility() throws {
    func read(_ visibility: String) throws -> Double? {
      try ScriptedRun.simulated(Reflection(), rules: SwarmRules(["visibility": .choice(visibility)])) { _ in
        Completion("A", confidence: 0.5)
      }.requests[1].turn.reading[0].answer.confidence
    }
    #expect(try read("reasons") == nil)
    #expect(try read("confidence") == 0.5)
  }

  @Test("Where the budget is spent the last answer stands")
  func budget() throws {
    let run = try ScriptedRun.simulated(
      Reflection(["reflections": .integer(9)]), budget: EpisodeBudget(calls: 2),
      script: Answers(["A", "B", "C"]).script)
    #expect(run.requests.count == 2)
    #expect(run.answer == "B")
  }
}
