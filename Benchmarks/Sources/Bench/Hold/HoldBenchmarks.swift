import Competitors

/// The hold model over sizes, delays and competing event lists.
enum HoldBenchmarks {
  private static let sizes = [1_000, 100_000, 1_000_000]

  static var all: [Benchmark] {
    sizes.map { benchmark(ExponentialDelay.self, "hold/\($0)", $0, QueueStandard) }
      + sizes.map { benchmark(ExponentialDelay.self, "hold-4ary/\($0)", $0, QueueFourAry) }
      + distribution(UniformDelay.self) + distribution(BimodalDelay.self) + distribution(AllEqualDelay.self)
      + distribution(ParetoDelay.self) + distribution(TicksDelay.self) + distribution(MostlyZeroDelay.self)
  }

  private static func distribution<Delay: DelayDistribution>(_ delay: Delay.Type) -> [Benchmark] {
    sizes.map { benchmark(delay, "hold-\(Delay.name)/\($0)", $0, QueueFourAry) }
  }

  private static func benchmark<Delay: DelayDistribution>(
    _ delay: Delay.Type, _ name: String, _ size: Int, _ queue: QueueKind
  ) -> Benchmark {
    Benchmark(name) { name in
      let seed: UInt64 = 20_260_101
      let contest = Contest(
        name: name, work: "one event of the hold model, \(size) pending, \(Delay.name) delays",
        baseline: queue == QueueStandard ? "C++ std::priority_queue" : "C++ 4-ary heap", units: 1_000_000,
        warmUp: max(1_000_000, 2 * size))
      guard let contender = contender_hold(queue, Delay.kind, Int64(size), seed) else { throw NoCompetitor(name) }
      var theirs = Competitor(contender)
      var ours = HoldContestant<Delay>(size, seed: seed)
      defer { ours.free() }
      var row = try contest.measure(&ours, &theirs)
      row.bytes = ours.bytesPerEvent
      return row
    }
  }
}
