import Competitors

/// Queueing models in event style.
enum QueueingBenchmarks {
  private static let seed: UInt64 = 20_260_101

  static var all: [Benchmark] {
    [
      Benchmark("mm1/event") { name in
        try measure(
          name, work: "one customer (two events) of M/M/1, utilisation 0.9, from a general event list",
          baseline: "C++ loop over std::priority_queue", BankContestant(seed: seed), contender_mm1(seed))
      },
      Benchmark("mm1/two-timers") { name in
        try measure(
          name, work: "the same; the baseline knows both timers and has no event list",
          baseline: "C++ loop over two timers", BankContestant(seed: seed), contender_mm1_two_timers(seed))
      },
    ]
  }

  private static func measure(
    _ name: String, work: String, baseline: String, _ ours: some Contestant, _ contender: OpaquePointer?
  ) throws -> Row {
    guard let contender else { throw NoCompetitor(name) }
    let contest = Contest(name: name, work: work, baseline: baseline, units: 1_000_000, warmUp: 200_000)
    var (ours, theirs) = (ours, Competitor(contender))
    return try contest.measure(&ours, &theirs)
  }
}
