import Foundation
import SimulationKernel
import Synchronization
import Testing

@Suite("Replications side by side")
struct ReplicationTests {
  private struct Failure: Error, Equatable {
    let replication: Int
  }

  @Test(
    "The results have the order of their numbers and the same bytes, however many run at once", arguments: [2, 5, 40])
  func sameBytes(jobs: Int) throws {
    func play(jobs: Int) throws -> [Data] {
      try replicate(9, jobs: jobs) { replication in
        var ward = Simulation(Ward(30, replication: replication))
        ward.run(maximumEvents: 300 * (9 - replication))
        return try ward.bytes()
      }
    }
    let expected = try play(jobs: 1)
    #expect(try play(jobs: jobs) == expected)
    #expect(Set(expected).count == 9)
  }

  @Test("Each can run a simulation in process style, on the thread that it is called on", arguments: [1, 2, 5])
  func processes(jobs: Int) throws {
    let outcomes = try replicate(5, jobs: jobs) { try Market.play(shift: $0) }
    #expect(outcomes == (try (0..<5).map { try Market.play(shift: $0) }))
  }

  @Test("Of several errors the first by number is thrown, and no further replication begins", arguments: [1, 2, 5])
  func errors(jobs: Int) {
    let begun = Counter()
    #expect(throws: Failure(replication: 4)) {
      try replicate(1_000, jobs: jobs) { replication in
        begun.add()
        if replication >= 4 { throw Failure(replication: replication) }
      }
    }
    // After the error, each of the others may have been about to begin one.
    #expect((5...4 + 2 * jobs).contains(begun.value))
  }

  @Test("An early error goes before a late one that came first")
  func lateErrorFirst() {
    let hasFailed = Atomic(false)
    #expect(throws: Failure(replication: 0)) {
      try replicate(2, jobs: 2) { replication in
        if replication == 0 { while !hasFailed.load(ordering: .acquiring) {} }
        hasFailed.store(true, ordering: .releasing)
        throw Failure(replication: replication)
      }
    }
  }

  @Test("As many run at once as there are jobs", .timeLimit(.minutes(1)))
  func atOnce() throws {
    let waiting = Counter()
    // Each waits for all others: one after another, none would ever end.
    try replicate(3, jobs: 3) { _ in
      waiting.add()
      while waiting.value < 3 {}
    }
    #expect(waiting.value == 3)
  }

  @Test("A request ends it after the replications at hand, and says how many there were")
  func stopped() {
    let stop = StopRequest()
    let error = #expect(throws: ReplicationsStopped.self) {
      try replicate(10, jobs: 1, stop: stop) { if $0 == 2 { stop.request() } }
    }
    #expect(error.map { "\($0)" } == "stopped on request after 3 of 10 replications")
    let atOnce = #expect(throws: ReplicationsStopped.self) { try replicate(10, stop: stop) { _ in } }
    #expect(atOnce?.finished == 0 && atOnce?.count == 10)
  }

  @Test("A request that comes when all have begun takes nothing away")
  func stoppedTooLate() throws {
    let stop = StopRequest()
    let results = try replicate(4, jobs: 1, stop: stop) { replication in
      if replication == 3 { stop.request() }
      return replication
    }
    #expect(results == [0, 1, 2, 3])
  }

  @Test("No replications give no results, and results may be nothing")
  func trivial() throws {
    #expect(try replicate(0) { $0 }.isEmpty)
    let results: [Int?] = try replicate(3) { $0 == 1 ? nil : $0 }
    #expect(results == [0, nil, 2])
  }

  @Test("No jobs, or fewer than no replications, end the program")
  func preconditions() async {
    await #expect(processExitsWith: .failure) { _ = try replicate(1, jobs: 0) { $0 } }
    await #expect(processExitsWith: .failure) { _ = try replicate(-1) { $0 } }
  }
}
