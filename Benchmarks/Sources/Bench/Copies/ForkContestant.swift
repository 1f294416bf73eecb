import SimulationKernel

/// Copies a simulation, and handles one event in the copy; a unit is a copy.
struct ForkContestant: Contestant {
  private let original: Simulation<PostOffice>
  private(set) var digest: UInt64 = 0

  init(letters: Int, seed: UInt64) {
    var original = Simulation(PostOffice(letters: letters, generator: Generator(seed: seed, index: 0)))
    // A run under way is forked: its events have been dealt out already.
    original.run(until: .zero)
    self.original = original
  }

  mutating func run(_ copies: Int) {
    for _ in 0..<copies {
      var copy = original
      copy.run(maximumEvents: 1)
      digest = PostOffice.digest(digest, ofFirst: copy)
    }
  }
}
