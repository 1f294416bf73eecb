import Agents
import RandomStreams
import Testing

@Suite("Lognormal")
struct LognormalTests {
  @Test("A draw takes one number of the stream, also where sigma is 0", arguments: [0, 0.5])
  func oneNumber(sigma: Double) {
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream("lognormal")
    var other = stream
    let value = Lognormal(median: 3, sigma: sigma).draw(from: &stream)
    #expect(value == 3 * PortableMath.exp(sigma * other.normal()))
    #expect(stream.next() == other.next())
  }

  @Test(
    "A median that is not positive and a sigma below 0 end the program",
    arguments: [[0, 1], [-1, 1], [1, -0.1]])
  func ranges(numbers: [Double]) async {
    await #expect(processExitsWith: .failure) { [numbers = numbers as [Double]] in
      _ = Lognormal(median: numbers[0], sigma: numbers[1])
    }
  }
}
