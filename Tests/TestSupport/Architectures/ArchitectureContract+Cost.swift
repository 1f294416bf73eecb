import Agents
import RunRecords
import SwarmArchitectures
import Testing

extension ArchitectureContract {
  /// Where no turn fails and nothing ends early, it takes what it says: calls, tokens read and tokens written.
  public func expectCost() throws {
    for rules in [rules, subject.rules(["context": .choice("last-round")])] {
      let run = try ContractRun.play(architecture, rules: rules, script: Completion.disagreeing)
      let cost = architecture.cost(under: rules)
      #expect(Double(run.account.calls) == cost.calls)
      let readings = run.calls.map(\.request.turn.reading)
      #expect(Double(readings.reduce(0) { $0 + $1.count }) == cost.readings)
      // A message may be empty, such as the card of somebody who has not spoken yet.
      let empty = readings.joined().count { $0.tokens == .zero }
      let read = cost.promptTokens(
        prompt: Double(Completion.promptLength), answer: Double(Completion.answerLength))
      #expect(Double(run.account.usage.prompt.value + empty * Completion.answerLength) == read)
      let written = cost.completionTokens(answer: Double(Completion.answerLength))
      #expect(Double(run.account.usage.completion.value) == written)
    }
  }

  /// It works as 1, 2 and 50, as far as its width may be that, and what it says it takes grows with it.
  public func expectSizes() throws {
    var calls = 0.0
    for width in [1, 2, 50] {
      guard let architecture = subject.architecture(width: width) else { continue }
      let agreeing = try ContractRun.play(architecture, rules: rules, script: Completion.agreeing)
      #expect(agreeing.answer.content == "A", "as \(width)")
      let varied = try ContractRun.play(architecture, rules: rules, script: Completion.varied)
      let cost = architecture.cost(under: rules)
      #expect(Double(varied.account.calls) <= cost.calls, "as \(width)")
      #expect(cost.calls >= calls, "as \(width)")
      calls = cost.calls
    }
  }

  /// It asks no more agents than it says, however many there are.
  public func expectAgentsNeeded() throws {
    let exact = try ContractRun.play(architecture, rules: rules, script: Completion.varied)
    let many = try ContractRun.play(
      architecture, agents: architecture.agentsNeeded + 50, rules: rules, script: Completion.varied)
    #expect(many == exact)
  }

  /// It solves a task with subtasks, of which one needs the others.
  public func expectSubtasks() throws {
    let task = SwarmTask(index: 0, structure: TaskStructure(dependencies: [[], [], [0, 1]]))
    let run = try ContractRun.play(architecture, task: task, rules: rules, script: Completion.agreeing)
    #expect(run.answer.content == "A|A|A")
  }
}
