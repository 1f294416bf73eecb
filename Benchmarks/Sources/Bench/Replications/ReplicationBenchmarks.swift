/// What a second core brings to independent replications.
enum ReplicationBenchmarks {
  static var all: [Benchmark] {
    [
      Benchmark("replications/2-jobs") { name in
        let contest = Contest(
          name: name, work: "one event of 8 replications of hold/1000 on two threads; wall time",
          baseline: "the same on one thread", units: 4_000_000, warmUp: 800_000, clock: .wall)
        var ours = ReplicationsContestant(jobs: 2)
        var theirs = ReplicationsContestant(jobs: 1)
        var row = try contest.measure(&ours, &theirs)
        // They are of making the worlds, and counted without regard to the other thread.
        (row.allocations, row.retains) = (nil, nil)
        return row
      }
    ]
  }
}
