import SimulationKernel
import Testing

@Suite("Series")
struct SeriesTests {
  private static func series(_ count: Int, capacity: Int) -> Series {
    var series = Series(capacity: capacity)
    for index in 0..<count { series.record(Double(index), at: SimulationTime(seconds: Double(index) / 4)) }
    return series
  }

  @Test(
    "Every 2ᵏ-th value is kept, and more than half of the room is used",
    arguments: [0, 1, 7, 8, 9, 16, 17, 1_000, 4_097], [2, 8, 64])
  func thinning(count: Int, capacity: Int) {
    let series = Self.series(count, capacity: capacity)
    #expect(series.count == count)
    #expect(series.samples.count <= capacity)
    #expect(series.values == Array(stride(from: 0, to: Double(count), by: Double(series.stride))))
    #expect(series.samples.allSatisfy { $0.time.seconds * 4 == $0.value })
    if count > capacity { #expect(series.samples.count > capacity / 2) } else { #expect(series.stride == 1) }
  }

  @Test("A slice has the samples from its start to before its end")
  func slice() {
    let series = Self.series(16, capacity: 16)
    let slice = series.slice(from: SimulationTime(seconds: 0.9), to: SimulationTime(seconds: 2))
    #expect(slice.map(\.value) == [4, 5, 6, 7])
    #expect(series.slice(from: SimulationTime(seconds: 99), to: SimulationTime(seconds: 100)).isEmpty)
  }

  @Test("A reset forgets all")
  func reset() {
    var series = Self.series(100, capacity: 8)
    series.reset(at: SimulationTime(seconds: 30))
    #expect(series == Series(capacity: 8))
  }
}
