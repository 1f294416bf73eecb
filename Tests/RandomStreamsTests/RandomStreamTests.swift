import Testing

@testable import RandomStreams

@Suite("Random stream")
struct RandomStreamTests {
  @Test("Draws are the words of the blocks, two of 64 bits a block")
  func blocks() {
    var stream = RandomStream(key: 0x299F_31D0_A409_3822, entity: 0x0370_7344_1319_8A2E)
    for number: UInt64 in 0..<3 {
      let block = Philox.block(counter: (number, 0x0370_7344_1319_8A2E), key: 0x299F_31D0_A409_3822)
      #expect(stream.next() == block.low)
      #expect(stream.next() == block.high)
    }
  }

  @Test("A stream takes 32 bytes, so that every agent of a million can keep one")
  func size() {
    #expect(MemoryLayout<RandomStream>.stride == 32)
  }

  @Test("A copy of a stream draws the same numbers, in the middle of a block too", arguments: 0..<4)
  func copies(drawn: Int) {
    var stream = StreamFamily(rootSeed: 1, replication: 0).stream("copies")
    for _ in 0..<drawn { _ = stream.next() }
    var copy = stream
    #expect((0..<5).map { _ in stream.next() } == (0..<5).map { _ in copy.next() })
  }

  @Test("Uniform numbers are exactly the middles of 2⁵² intervals, never 0 and never 1")
  func uniform() {
    var bits = StreamFamily(rootSeed: 1, replication: 0).stream("uniform")
    var numbers = bits
    for _ in 0..<1_000 {
      let expected = (Double(bits.next() >> 12) + 0.5) / 0x1p52
      #expect(numbers.uniform() == expected)
    }
    // The ends of the range, by the same formula.
    #expect((Double(UInt64.min >> 12) + 0.5) * 0x1p-52 > 0)
    #expect((Double(UInt64.max >> 12) + 0.5) * 0x1p-52 < 1)
  }
}
