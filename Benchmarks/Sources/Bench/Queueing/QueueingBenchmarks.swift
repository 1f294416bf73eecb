import Competitors

/// Queueing models in event style.
enum QueueingBenchmarks {
  static let seed: UInt64 = 20_260_101

  static var all: [Benchmark] {
    [
      benchmark(
        "mm1/event", work: "one customer (two events) of M/M/1, utilisation 0.9, from a general event list",
        baseline: "C++ loop over std::priority_queue", { Bank(seed: seed) }, { contender_mm1(seed) }),
      benchmark(
        "mm1/two-timers", work: "the same; the baseline knows both timers and has no event list",
        baseline: "C++ loop over two timers", { Bank(seed: seed) }, { contender_mm1_two_timers(seed) }),
      benchmark(
        "renege", work: "one arrival at M/M/4 with impatient customers, of whom most are served and cancel a timer",
        baseline: "C++ 4-ary heap, lazy cancel", { Office(seed: seed) }, { contender_renege(seed) }),
      benchmark(
        "preempt", work: "one arrival at M/M/2 with two classes, pre-emptive resume",
        baseline: "C++ 4-ary heap, lazy cancel", { Clinic(seed: seed) }, { contender_preempt(seed) }),
    ]
  }

  private static func benchmark(
    _ name: String, work: String, baseline: String, _ model: @escaping () -> some CountingModel,
    _ contender: @escaping () -> OpaquePointer?
  ) -> Benchmark {
    Benchmark(name) { name in
      guard let contender = contender() else { throw NoCompetitor(name) }
      let contest = Contest(name: name, work: work, baseline: baseline, units: 1_000_000, warmUp: 200_000)
      var ours = CountingContestant(model())
      var theirs = Competitor(contender)
      return try contest.measure(&ours, &theirs)
    }
  }
}
