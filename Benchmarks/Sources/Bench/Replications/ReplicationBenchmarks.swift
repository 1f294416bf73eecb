/// What a second core brings to independent replications.
enum ReplicationBenchmarks {
  static var all: [Benchmark] {
    [
      benchmark("replications/2-jobs", "wall time, half of the baseline's where two cores are free", .wall, rounds: 25),
      benchmark(
        "replications/2-jobs-cpu", "processor time, the baseline's where threads do not meet", .process, rounds: 5),
    ]
  }

  private static func benchmark(
    _ name: String, _ measure: String, _ clock: MeasurementClock, rounds: Int
  ) -> Benchmark {
    Benchmark(name) { name in
      // Many short rounds: one of them may find both cores free on a machine that is busy on the whole.
      let contest = Contest(
        name: name, work: "one event of 8 replications of hold/1000 on two threads; \(measure)",
        baseline: "the same on one thread", units: 800_000, warmUp: 400_000, rounds: rounds, clock: clock)
      var ours = ReplicationsContestant(jobs: 2)
      var theirs = ReplicationsContestant(jobs: 1)
      var row = try contest.measure(&ours, &theirs)
      // They are of making the worlds, and counted without regard to the other thread.
      (row.allocations, row.retains) = (nil, nil)
      return row
    }
  }
}
