import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

@Suite("Hierarchical")
struct HierarchicalTests {
  private static func answer(_ content: String?, _ confidence: Double?) -> Answer {
    Answer(content, confidence: confidence)
  }

  @Test("The manager plans, the workers answer in its light, and the manager merges what it reads")
  func oneLoop() throws {
    let answers = Answers(["-", "M"], ["A"], ["B"])
    let run = try ScriptedRun.simulated(hierarchy(workers: 2), script: answers.script)
    #expect(run.waves == [1, 2, 1])
    #expect(described(run.requests) == ["0 plan", "1 answer -", "2 answer -", "0 merge -,A,B"])
    #expect(run.answer == "M")
    #expect(run.account.messagesRead == 4)
  }

  @Test("The manager's answer stands where all workers say something else")
  func managerDecides() throws {
    let answers = Answers(["-", "M"], ["A"], ["A"], ["A"], ["A"])
    #expect(try ScriptedRun.simulated(Hierarchical(), script: answers.script).answer == "M")
  }

  @Test("An unsure manager hands its verdict back, and each attempt reads the verdicts before it")
  func loops() throws {
    let answers = Answers(
      ["-", Self.answer("M", 0.3), Self.answer("N", 0.79), Self.answer("O", 0.8), "P"], ["A", "B", "C"])
    let run = try ScriptedRun.simulated(hierarchy(workers: 1, loops: 9), script: answers.script)
    #expect(
      described(run.requests) == [
        "0 plan", "1 answer -", "0 merge -,A", "1 answer -,M", "0 merge -,M,B", "1 answer -,M,N", "0 merge -,M,N,C",
      ])
    #expect(run.answer == Self.answer("O", 0.8))
  }

  @Test("W workers and L loops make 1 + L (W + 1) calls where the manager is never sure", arguments: [1, 4], [1, 3])
  func calls(workers: Int, loops: Int) throws {
    let run = try ScriptedRun.simulated(hierarchy(workers: workers, loops: loops)) { _ in
      Completion("A", confidence: 0.5)
    }
    #expect(run.requests.count == 1 + loops * (workers + 1))
    #expect(run.waves == [1] + Array(repeating: [workers, 1], count: loops).flatMap(\.self))
  }

  @Test("A manager that states no confidence accepts; one with an acceptance of 0 accepts all, of 1 only certainty")
  func acceptance() throws {
    func calls(_ acceptAt: Double, _ confidence: Double?) throws -> Int {
      let architecture = Hierarchical(["accept_at": .number(acceptAt), "loops": .integer(2), "workers": .integer(1)])
      return try ScriptedRun.simulated(architecture) { _ in Completion("A", confidence: confidence) }.requests.count
    }
    #expect(try calls(0.8, nil) == 3)
    #expect(try calls(0, 0) == 3)
    #expect(try calls(1, 0.95) == 5)
    #expect(try calls(1, 1) == 3)
  }

  private func hierarchy(workers: Int, loops: Int = 1) -> Hierarchical {
    Hierarchical(["workers": .integer(workers), "loops": .integer(loops)])
  }
}
