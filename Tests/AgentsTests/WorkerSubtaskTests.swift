import Agents
import RandomStreams
import TestSupport
import Testing

// A right implementation fails one comparison in 10⁷; a difference of 0.08 is found with probability 0.99.
private let falseAlarm = 1e-7
private let tasks = 2_500

@Suite("Worker model: tasks of several subtasks")
struct WorkerSubtaskTests {
  private static let chain = TaskStructure(dependencies: [[], [0], [1]])
  private static let apart = TaskStructure(dependencies: [[], [], []])

  private func model(_ change: (inout WorkerProfile) -> Void = { _ in }) -> WorkerModel {
    WorkerModel { profile in
      profile.makeTasksAlike(accuracy: 0.6)
      profile.subtasks.load = 0
      change(&profile)
    }
  }

  private func expectRate(
    _ expected: Double, location: SourceLocation = #_sourceLocation, _ isSuccess: (Int) -> Bool
  ) {
    let successes = (0..<tasks).count(where: isSuccess)
    expectProportion(successes, of: tasks, equals: expected, falseAlarm: falseAlarm, sourceLocation: location)
    let found = smallestDetectableProportionDifference(n: tasks, p: expected, falseAlarm: falseAlarm, power: 0.99)
    #expect(found < 0.08, sourceLocation: location)
  }

  @Test("The answer to a whole has a part for each subtask, right with the accuracy of each")
  func whole() {
    let model = model()
    expectRate(0.216) { index in
      let task = SwarmTask(index: index, structure: Self.apart)
      let answer = model.answer(to: CompletionRequest(task))
      #expect(task.structure.parts(of: answer).allSatisfy { $0.content != nil })
      return model.isRight(answer, to: task)
    }
  }

  @Test("So many subtasks in one call cost each of them the load times the logarithm of their number")
  func load() {
    let model = model { $0.subtasks.load = 0.5 }
    let chance = 1 / (1 + PortableMath.exp(-PortableMath.log(1.5) + 0.5 * PortableMath.log(3)))
    expectRate(chance) { index in
      let task = SwarmTask(index: index, structure: Self.apart)
      let parts = task.structure.parts(of: model.answer(to: CompletionRequest(task)))
      return parts[1].content == model.content(0, to: task, subtask: 1)
    }
    expectRate(0.6) { index in
      let task = SwarmTask(index: index, structure: Self.apart)
      return model.answer(to: CompletionRequest(task, subtask: 1)).content == model.content(0, to: task, subtask: 1)
    }
  }

  @Test("What builds on a wrong answer is wrong with the probability of propagation", arguments: [0, 0.5, 1])
  func propagation(chance: Double) {
    let model = model { $0.subtasks.propagation = chance }
    expectRate(0.6 * (1 - chance)) { index in
      let task = SwarmTask(index: index, structure: Self.chain)
      let before = Message(from: 1, model.content(2, to: task, subtask: 0), subtask: 0)
      let answer = model.answer(to: CompletionRequest(task, reading: [before], subtask: 1))
      return answer.content == model.content(0, to: task, subtask: 1)
    }
    // In one call the second is right where both are, or where the first is wrong and it does not matter.
    expectRate(0.6 * (0.6 + 0.4 * (1 - chance))) { index in
      let task = SwarmTask(index: index, structure: Self.chain)
      let parts = task.structure.parts(of: model.answer(to: CompletionRequest(task)))
      return parts[1].content == model.content(0, to: task, subtask: 1)
    }
  }

  @Test("With the answers before it at hand a subtask is as good as alone; without them it is solved from the start")
  func dependencies() {
    let model = model()
    expectRate(0.6) { index in
      let task = SwarmTask(index: index, structure: Self.chain)
      let before = Message(from: 1, model.content(0, to: task, subtask: 1), subtask: 1)
      let answer = model.answer(to: CompletionRequest(task, reading: [before], subtask: 2))
      return answer.content == model.content(0, to: task, subtask: 2)
    }
    expectRate(0.216) { index in
      let task = SwarmTask(index: index, structure: Self.chain)
      return model.answer(to: CompletionRequest(task, subtask: 2)).content == model.content(0, to: task, subtask: 2)
    }
  }

  @Test("Who reads answers to the whole is moved by each of their parts")
  func reading() {
    let model = model { profile in
      profile.reading.priorStrength = 2
      profile.reading.correctPull = 0
    }
    expectRate((1.2 + 1) / 3) { index in
      let task = SwarmTask(index: index, structure: Self.apart)
      let read = task.structure.joined((0..<3).map { Answer(model.content($0 == 1 ? 0 : 1, to: task, subtask: $0)) })
      let request = CompletionRequest(task, reading: [Message(author: AgentID(1), answer: read)])
      let parts = task.structure.parts(of: model.answer(to: request))
      return parts[1].content == model.content(0, to: task, subtask: 1)
    }
  }

  @Test("Whoever merges the answers to subtasks with hardly a view of its own hands them on")
  func merging() {
    let model = model { profile in
      profile.reading.mergeStrength = 0.01
      profile.reading.correctPull = 0
      profile.subtasks.load = 5
    }
    expectRate((0.01 * 0.6 + 1) / 1.01) { index in
      let task = SwarmTask(index: index, structure: Self.apart)
      let read = (0..<3).map { Message(from: $0, model.content(0, to: task, subtask: $0), subtask: $0) }
      let parts = task.structure.parts(of: model.answer(to: CompletionRequest(task, agent: 9, .merge, reading: read)))
      return parts[2].content == model.content(0, to: task, subtask: 2)
    }
  }

  @Test("Subtasks of a task are as hard together as their correlation says", arguments: [0, 1])
  func correlation(correlation: Double) {
    let model = WorkerModel { profile in
      profile.correctness.accuracy = 0.5
      profile.subtasks.correlation = correlation
    }
    // Together, two subtasks are what two answers to one task are; apart they are independent.
    expectRate(0.25 + 0.5 * correlation * 0.25) { index in
      let task = SwarmTask(index: index, structure: Self.apart)
      return (0..<2).allSatisfy { subtask in
        let answer = model.answer(to: CompletionRequest(task, call: subtask, subtask: subtask))
        return answer.content == model.content(0, to: task, subtask: subtask)
      }
    }
  }

  @Test("A part can be taken from an answer to the whole, and from nothing else")
  func parts() {
    let structure = Self.chain
    #expect((0..<3).map { structure.part($0, of: "A||C") } == ["A", nil, "C"])
    #expect(structure.part(0, of: "A|B") == nil)
    #expect(structure.part(0, of: "A|B|C|D") == nil)
    #expect(TaskStructure.undivided.part(0, of: "A|B") == "A|B")
  }
}
