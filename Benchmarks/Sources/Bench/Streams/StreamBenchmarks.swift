import Competitors
import RandomStreams

/// Random streams against Philox4x32-10 in C++.
enum StreamBenchmarks {
  private static let seed: UInt64 = 20_260_101
  private static let stream = "benchmark"

  static var all: [Benchmark] {
    [
      benchmark(
        "stream/next", NextBits.self, DrawNext, work: "64 random bits", baseline: "C++ Philox4x32-10"),
      benchmark(
        "stream/uniform", UniformNumber.self, DrawUniform, work: "a uniform number of 52 bits",
        baseline: "C++ Philox4x32-10"),
      benchmark(
        "stream/exponential", ExponentialNumber.self, DrawExponentialByZiggurat, tolerance: 0.02,
        work: "an exponential variate; each side by its own method, so only the means are compared",
        baseline: "C++ Philox4x32-10, ziggurat"),
      benchmark(
        "stream/exponential-log", ExponentialNumber.self, DrawExponentialByLogarithm, tolerance: 0.02,
        work: "the same against -log of the C library", baseline: "C++ Philox4x32-10, -log"),
      benchmark(
        "stream/normal", NormalNumber.self, DrawNormal, tolerance: 0.02,
        work: "a normal variate; each side by its own method, so only the means are compared",
        baseline: "C++ Philox4x32-10, ziggurat"),
      newStreams,
    ]
  }

  private static func benchmark<Source: DrawSource>(
    _ name: String, _ source: Source.Type, _ kind: DrawKind, tolerance: Double? = nil, work: String, baseline: String
  ) -> Benchmark {
    Benchmark(name) { name in
      guard let contender = contender_stream(kind, stream, seed) else { throw NoCompetitor(name) }
      // After the warm-up the difference of two means has a standard deviation of at most 0.0015.
      let contest = Contest(
        name: name, work: work, baseline: baseline, units: 2_000_000, warmUp: 1_000_000, meanTolerance: tolerance)
      var ours = StreamContestant<Source>(StreamFamily(rootSeed: seed, replication: 0), name: stream)
      var theirs = Competitor(contender)
      return try contest.measure(&ours, &theirs)
    }
  }

  private static var newStreams: Benchmark {
    Benchmark("stream/new") { name in
      guard let contender = contender_new_streams(stream, seed) else { throw NoCompetitor(name) }
      let contest = Contest(
        name: name, work: "a new stream and one draw from it", baseline: "C++ Philox4x32-10", units: 2_000_000,
        warmUp: 1_000_000)
      var ours = NewStreamContestant(StreamFamily(rootSeed: seed, replication: 0), name: stream)
      var theirs = Competitor(contender)
      return try contest.measure(&ours, &theirs)
    }
  }
}
