import Competitors
import SimulationKernel

/// Copies of whole simulations, and what a pending event takes of the memory.
enum CopyBenchmarks {
  private static let seed: UInt64 = 20_260_101

  static var all: [Benchmark] {
    [1_000, 100_000, 1_000_000].map(fork) + checkpoints + [1_000, 100_000, 1_000_000].map(memory)
  }

  private static func fork(_ size: Int) -> Benchmark {
    Benchmark("fork/\(size)") { name in
      guard let contender = contender_fork(Int64(size), seed) else { throw NoCompetitor(name) }
      let copies = max(10, 20_000_000 / size / 2)
      let contest = Contest(
        name: name, work: "a copy of a simulation with \(size) pending events, and one event in it",
        baseline: "C++ copy of a std::vector of 32-byte entries", units: copies, warmUp: copies / 4)
      var ours = ForkContestant(letters: size, seed: seed)
      var theirs = Competitor(contender)
      return try contest.measure(&ours, &theirs)
    }
  }

  private static var checkpoints: [Benchmark] {
    CheckpointContestant.isPossible ? [1_000, 100_000].map(checkpoint) : []
  }

  private static func checkpoint(_ size: Int) -> Benchmark {
    Benchmark("checkpoint/\(size)") { name in
      guard let contender = contender_checkpoint(Int64(size), seed) else { throw NoCompetitor(name) }
      let times = max(1, 100_000 / size)
      let contest = Contest(
        name: name, work: "a simulation with \(size) pending events to JSON and back, and one event in it",
        baseline: "C++ raw bytes to a buffer and back", units: times, warmUp: 1, rounds: 3)
      var ours = CheckpointContestant(letters: size, seed: seed)
      var theirs = Competitor(contender)
      var row = try contest.measure(&ours, &theirs)
      row.bytes = Double(ours.byteCount) / Double(size)
      return row
    }
  }

  private static func memory(_ size: Int) -> Benchmark {
    Benchmark("memory/\(size)") { name in
      guard let contender = contender_fill(Int64(size), seed) else { throw NoCompetitor(name) }
      let contest = Contest(
        name: name, work: "one event into an empty list that grows to \(size), and out again; 16 bytes of payload",
        baseline: "C++ 4-ary heap", units: 1_000_000, warmUp: size)
      var ours = FillContestant(letters: size, seed: seed)
      var theirs = Competitor(contender)
      var row = try contest.measure(&ours, &theirs)
      row.bytes = ours.bytesPerEvent
      return row
    }
  }
}

extension PostOffice {
  /// Mixes the first event of a copy into a digest, as `copies.cpp` does.
  static func digest(_ digest: UInt64, ofFirst copy: Simulation<PostOffice>) -> UInt64 {
    mixed(mixed(digest, copy.now.seconds), copy.model.lastSender)
  }
}
