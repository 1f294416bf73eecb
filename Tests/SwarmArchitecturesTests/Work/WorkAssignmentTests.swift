import Agents
import SwarmArchitectures
import Testing

@Suite("Work assignment")
struct WorkAssignmentTests {
  /// `[wave]`: worker by subtask, as `subtask>worker`.
  private func waves(
    _ dependencies: [[Int]], _ strengths: [Double], _ policy: WorkAssignment.Policy = .strength
  ) -> [[String]] {
    WorkAssignment(TaskStructure(dependencies: dependencies), strengths: strengths, policy: policy).waves
      .map { $0.map { "\($0.subtask ?? -1)>\($0.worker)" } }
  }

  @Test("Everybody does a whole task")
  func wholeTask() {
    let assignment = WorkAssignment(wholeTaskFor: 3)
    #expect(assignment.waves.map { $0.map(\.worker) } == [[0, 1, 2]])
    #expect(!assignment.isDivided)
  }

  @Test("The strongest come first, equally strong ones in their order, and in each layer anew")
  func strength() {
    #expect(waves([[], [], [0, 1]], [0, 2, 1]) == [["0>1", "1>2"], ["2>1"]])
    #expect(waves([[], []], [0, 0, 0]) == [["0>0", "1>1"]])
  }

  @Test("In turn everybody has had a subtask before anybody has a second")
  func roundRobin() {
    #expect(waves([[], [], [0, 1], [2]], [0, 2, 1], .roundRobin) == [["0>0", "1>1"], ["2>2"], ["3>0"]])
  }

  @Test("Nobody has two subtasks at once: a layer of more subtasks than workers takes several waves")
  func load() {
    #expect(waves([[], [], [], [], []], [0, 1]) == [["0>1", "1>0"], ["2>1", "3>0"], ["4>1"]])
    #expect(waves([[], [], []], [0]) == [["0>0"], ["1>0"], ["2>0"]])
  }

  @Test("Each subtask is done once, after all that it needs", arguments: WorkAssignment.Policy.allCases)
  func order(policy: WorkAssignment.Policy) {
    let structure = TaskStructure(dependencies: [[], [0], [], [1, 2], [0], [], [3, 5], [4]])
    let assignment = WorkAssignment(structure, strengths: [1, 0, 2], policy: policy)
    var done: Set<Int> = []
    for wave in assignment.waves {
      let subtasks = wave.compactMap(\.subtask)
      #expect(subtasks.allSatisfy { structure.dependencies[$0].allSatisfy(done.contains) })
      #expect(Set(wave.map(\.worker)).count == wave.count)
      #expect(done.isDisjoint(with: subtasks))
      done.formUnion(subtasks)
    }
    #expect(done == Set(0..<8))
  }
}
