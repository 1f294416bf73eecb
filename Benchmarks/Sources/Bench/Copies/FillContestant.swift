import CMeasurement
import SimulationKernel

/// Fills an empty event list and empties it again; a unit is one event.
struct FillContestant: Contestant {
  private let letters: Int
  private let generator: Generator
  private(set) var digest: UInt64 = 0
  /// What a pending event of 16 bytes takes of the heap.
  private(set) var bytesPerEvent = 0.0

  init(letters: Int, seed: UInt64) {
    self.letters = letters
    generator = Generator(seed: seed, index: 0)
  }

  mutating func run(_ events: Int) {
    var done = 0
    while done < events {
      let before = measurement_heap_bytes()
      var simulation = Simulation(PostOffice(letters: letters, generator: generator, hash: digest))
      bytesPerEvent = (Double(measurement_heap_bytes()) - Double(before)) / Double(letters)
      simulation.run()
      digest = simulation.model.hash
      done += letters
    }
  }
}
