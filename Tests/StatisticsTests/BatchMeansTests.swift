import Statistics
import Testing

@Suite("Batch means")
struct BatchMeansTests {
  @Test("A run is split in its order, and what fills no batch is left out and counted")
  func split() {
    let batches = BatchMeans([1, 3, 5, 7, 9, 11, 1_000], batches: 3, level: 0.9)
    #expect(batches.batchSize == 2)
    #expect(batches.means == [2, 6, 10])
    #expect(batches.leftOut == 1)
    #expect(batches.estimate == MeanEstimate(of: [2, 6, 10], level: 0.9))
  }

  @Test("One observation a batch is the plain t interval")
  func single() {
    let values = [2.0, 7, 1, 8]
    #expect(BatchMeans(values, batches: 4, level: 0.95).estimate == MeanEstimate(of: values, level: 0.95))
  }

  @Test("A run that stays where it is needs long batches")
  func dependent() {
    // Blocks of 50 equal values: as if each value were new, the interval is far too narrow.
    let run = (0..<1_000).map { Double(($0 / 50) % 2) }
    let naive = MeanEstimate(of: run, level: 0.95).halfWidth
    #expect(BatchMeans(run, batches: 20, level: 0.95).estimate.halfWidth > 6 * naive)
  }

  @Test("One batch stops the program")
  func oneBatch() async {
    await #expect(processExitsWith: .failure) { _ = BatchMeans([1, 2, 3], batches: 1, level: 0.95) }
  }

  @Test("More batches than observations stop the program")
  func tooMany() async {
    await #expect(processExitsWith: .failure) { _ = BatchMeans([1, 2, 3], batches: 4, level: 0.95) }
  }
}
