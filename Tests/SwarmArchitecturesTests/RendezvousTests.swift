import TestSupport
import Testing

@Suite("Rendezvous")
struct RendezvousTests {
  @Test("A wave goes on when its last call is there, and then the next one meets", .timeLimit(.minutes(1)))
  func waves() async throws {
    let rendezvous = Rendezvous(waves: [3, 1, 2])
    for size in [3, 1, 2] {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<size { group.addTask { try await rendezvous.meet() } }
        for try await _ in group {}
      }
    }
    #expect(rendezvous.completedWaves == 3)
    await #expect(throws: Rendezvous.Unexpected.self) { try await rendezvous.meet() }
  }

  @Test("Calls that come one after another never get through a wave of two", .timeLimit(.minutes(1)))
  func sequential() async throws {
    let rendezvous = Rendezvous(waves: [2])
    let task = Task {
      try await rendezvous.meet()
      try await rendezvous.meet()
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(rendezvous.completedWaves == 0)
  }
}
