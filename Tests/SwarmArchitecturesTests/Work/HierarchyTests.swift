import Agents
import RunRecords
import SwarmArchitectures
import TestSupport
import Testing

/// Levels, subtasks, checks and reassignments of hierarchies.
@Suite("Hierarchies")
struct HierarchyTests {
  private func hierarchy(_ workers: Int, _ given: [String: ParameterValue] = [:]) -> Hierarchical {
    Hierarchical(given.merging(["workers": .integer(workers)]) { $1 })
  }

  /// Where a turn is `verify`, whether the answer read is none of the given ones; else what the script says.
  private func rejecting(_ wrong: Set<String>, _ script: @escaping ScriptedRun.Script) -> ScriptedRun.Script {
    { request in
      guard request.turn.instruction == .verify else { return script(request) }
      var verdict = Completion(nil)
      verdict.judgement = .approval(!wrong.contains(request.turn.reading.last?.answer.content ?? ""))
      return verdict
    }
  }

  @Test("On two levels the workers of the first manager are managers of workers")
  func levels() throws {
    let tree = hierarchy(2, ["levels": .integer(2), "span": .integer(3)])
    #expect(tree.agentsNeeded == 1 + 3 * (1 + 2))
    let run = try ScriptedRun.simulated(tree, script: Completion.agreeing)
    #expect(run.waves == [1, 3, 6, 3, 1])
    #expect(described(run.requests)[1...3] == ["1 plan -", "4 plan -", "7 plan -"])
    #expect(described(run.requests)[4] == "2 answer -,-")
    #expect(run.answer == Answer("A", confidence: 1))
  }

  @Test(
    "What a hierarchy takes is exact on every level, with and without checks, however it is merged",
    arguments: [1, 2, 3], ["manager", "vote", "concat"])
  func cost(levels: Int, merge: String) throws {
    for (verify, loops) in [("none", 1), ("manager", 1), ("none", 3)] {
      let tree = hierarchy(
        2,
        [
          "levels": .integer(levels), "verify": .choice(verify), "merge": .choice(merge), "loops": .integer(loops),
          // Nobody but a sure manager would accept; nobody here is sure.
          "accept_at": .number(1),
        ])
      let run = try ContractRun.play(tree) { request in
        var completion = Completion.disagreeing(request)
        if request.turn.instruction == .verify { completion.judgement = .approval(true) }
        return completion
      }
      let cost = tree.cost(under: .standard)
      #expect(Double(run.account.calls) == cost.calls)
      #expect(Double(run.account.usage.prompt.value) == cost.promptTokens(prompt: 100, answer: 5))
      #expect(Double(run.account.usage.completion.value) == cost.completionTokens(answer: 5))
    }
  }

  @Test("Subtasks go to the best workers, in the light of what they need, and the parts are the whole")
  func subtasks() throws {
    let structure = TaskStructure(dependencies: [[], [], [0, 1]])
    let run = try ScriptedRun.simulated(
      hierarchy(3), structure: structure, strengths: [9, 0, 2, 1],
      script: Answers(["-"], ["X"], ["A", "C"], ["B"]).script)
    #expect(described(run.requests) == ["0 plan", "2 answer -", "3 answer -", "2 answer -,A,B"])
    #expect(run.requests.dropFirst().map(\.turn.subtask) == [0, 1, 2])
    #expect(run.waves == [1, 2, 1])
    #expect(run.answer.content == "A|B|C")
  }

  @Test("In turn everybody has a subtask")
  func roundRobin() throws {
    let run = try ScriptedRun.simulated(
      hierarchy(3, ["assign": .choice("round-robin")]), structure: TaskStructure(dependencies: [[], [0], [1]]),
      strengths: [0, 0, 9, 0], script: Completion.agreeing)
    #expect(run.requests.dropFirst().map(\.turn.agent.index) == [1, 2, 3])
  }

  @Test("A worker who fails is replaced by the next, as often as that is allowed", arguments: [0, 1, 2])
  func reassignments(most: Int) throws {
    let run = try ScriptedRun.simulated(
      hierarchy(3, ["reassignments": .integer(most)]), structure: TaskStructure(dependencies: [[], []])
    ) { request in
      request.turn.agent.index < 3 && request.turn.subtask == 0
        ? Completion(.timeout) : Completion.agreeing(request)
    }
    let tried = run.requests.filter { $0.turn.subtask == 0 }.map(\.turn.agent.index)
    #expect(tried == Array([1, 2, 3][...most]))
    #expect(run.answer.content == (most == 2 ? "A|A" : "|A"))
  }

  @Test("What the manager rejects is done anew by another, and left out where that is rejected too")
  func verification() throws {
    let answers = Answers(["-", "M"], ["A", "B"], ["B", "C"], ["D"])
    let given: [String: ParameterValue] = ["verify": .choice("manager"), "reassignments": .integer(1)]
    let run = try ScriptedRun.simulated(hierarchy(3, given), script: rejecting(["A", "B"], answers.script))
    #expect(
      described(run.requests) == [
        "0 plan", "1 answer -", "2 answer -", "3 answer -", "0 verify A", "0 verify B", "0 verify D", "2 answer -",
        "3 answer -", "0 verify C", "0 merge -,C,D",
      ])
  }

  @Test("Where everything is rejected the manager has to do with it")
  func allRejected() throws {
    let run = try ScriptedRun.simulated(
      hierarchy(2, ["verify": .choice("manager")]),
      script: rejecting(["A", "B"], Answers(["-", "M"], ["A"], ["B"]).script))
    #expect(described(run.requests).last == "0 merge -,A,B")
  }

  @Test(
    "Without a manager's merge the most frequent answer stands, or the first",
    arguments: [("vote", "B"), ("concat", "A")])
  func merges(merge: String, answer: String) throws {
    let run = try ScriptedRun.simulated(
      hierarchy(3, ["merge": .choice(merge)]), script: Answers(["-"], ["A"], ["B"], ["B"]).script)
    #expect(run.waves == [1, 3])
    #expect(run.answer.content == answer)
  }

  @Test("Without the means for a merge the workers' answers are put to the vote")
  func budget() throws {
    let run = try ScriptedRun.simulated(
      hierarchy(3), budget: EpisodeBudget(calls: 4), script: Answers(["-", "M"], ["A"], ["B"], ["B"]).script)
    #expect(run.requests.count == 4)
    #expect(run.answer.content == "B")
  }

  @Test("A worker may be a debate, which works on its subtask")
  func nestedWorkers() throws {
    let nested = NestedArchitecture("debate", given: ["debaters": .integer(2), "rounds": .integer(2)])
    let tree = hierarchy(2, ["worker": .architecture(nested)])
    #expect(tree.agentsNeeded == 5)
    let run = try ScriptedRun.simulated(
      tree, structure: TaskStructure(dependencies: [[], [0]]), script: Completion.agreeing)
    #expect(run.waves == [1, 2, 2, 2, 2])
    #expect(Set(run.requests.dropFirst().map(\.turn.subtask)) == [0, 1])
    #expect(run.answer.content == "A|A")
  }
}
