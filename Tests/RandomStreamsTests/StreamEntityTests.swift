import Testing

@testable import RandomStreams

@Suite("Stream entity")
struct StreamEntityTests {
  @Test("Task, agent and call are packed without overlap")
  func packed() {
    #expect(StreamEntity(task: 0, agent: 0, call: 4_095).rawValue == 0xFFF)
    #expect(StreamEntity(task: 0, agent: 0xF_FFFF, call: 0).rawValue == 0xFFFF_F000)
    #expect(StreamEntity(task: 0xFFFF_FFFF, agent: 0, call: 0).rawValue == 0xFFFF_FFFF_0000_0000)
    #expect(StreamEntity(5).rawValue == 5)
  }

  @Test("Calls beyond the packed ones have entities of their own")
  func laterCalls() {
    let calls = Array(0..<10_000) + [131_071, 1 << 20, 10_100_000, 1 << 40]
    let entities = [(0, 0), (0, 1), (1, 0)].flatMap { task, agent in
      calls.map { StreamEntity(task: task, agent: agent, call: $0) }
    }
    #expect(Set(entities).count == entities.count)
  }

  @Test(
    "Numbers beyond the ranges end the program",
    arguments: [[-1, 0, 0], [0, -1, 0], [0, 0, -1], [1 << 32, 0, 0], [0, 1 << 20, 0]])
  func ranges(numbers: [Int]) async {
    await #expect(processExitsWith: .failure) { [numbers = numbers as [Int]] in
      _ = StreamEntity(task: numbers[0], agent: numbers[1], call: numbers[2])
    }
  }

  @Test("A negative index ends the program")
  func negative() async {
    await #expect(processExitsWith: .failure) { _ = StreamEntity(-1) }
  }
}
