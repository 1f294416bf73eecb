import Foundation
import SimulationKernel

/// Independent replications of the hold model, shared among threads; a unit is an event of one of them.
struct ReplicationsContestant: Contestant {
  static let replications = 8

  let jobs: Int
  private(set) var digest: UInt64 = 0

  init(jobs: Int) {
    self.jobs = jobs
  }

  mutating func run(_ events: Int) {
    let each = events / Self.replications
    let jobs = jobs
    let digests = UnsafeMutableBufferPointer<UInt64>.allocate(capacity: Self.replications)
    defer { digests.deallocate() }
    // Each thread writes its own entries, and all have ended before they are read.
    nonisolated(unsafe) let entries = digests
    // Threads and not `concurrentPerform`, which may leave all the work to the caller.
    let ended = DispatchSemaphore(value: 0)
    for job in 0..<jobs {
      let thread = Thread {
        for replication in stride(from: job, to: Self.replications, by: jobs) {
          var world = HoldContestant<ExponentialDelay>(1_000, seed: UInt64(replication))
          world.run(each)
          entries[replication] = world.digest
          world.free()
        }
        ended.signal()
      }
      thread.start()
    }
    for _ in 0..<jobs { ended.wait() }
    digest = digests.reduce(digest) { mixed($0, $1) }
  }
}
