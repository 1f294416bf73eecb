import Foundation
import Testing

@testable import RandomStreams

@Suite("Position of a stream")
struct StreamPositionTests {
  private func stream(drawn: Int = 0) -> RandomStream {
    var stream = StreamFamily(rootSeed: 1, replication: 0).named("position").stream(for: StreamEntity(5))
    for _ in 0..<drawn { _ = stream.next() }
    return stream
  }

  private func draws(_ stream: RandomStream) -> [UInt64] {
    var stream = stream
    return (0..<5).map { _ in stream.next() }
  }

  @Test(
    "Passing over draws is drawing them and throwing them away",
    arguments: [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (3, 1_000), (4, 1_001)])
  func discard(drawn: Int, count: Int) {
    var jumped = stream(drawn: drawn)
    jumped.discard(count)
    #expect(draws(jumped) == draws(stream(drawn: drawn + count)))
    #expect(jumped == stream(drawn: drawn + count))
  }

  @Test("A jump over 2⁶² draws goes where the counter says, and four of them are the whole period")
  func far() {
    var jumped = stream()
    jumped.discard(1 << 62)
    #expect(jumped.next() == Philox.block(counter: (1 << 61, 5), key: jumped.key).low)
    jumped.discard((1 << 62) - 1)
    for _ in 0..<2 { jumped.discard(1 << 62) }
    #expect(jumped == stream())
    #expect(draws(jumped) == draws(stream()))
  }

  @Test("A negative number of draws to pass over ends the program")
  func negative() async {
    await #expect(processExitsWith: .failure) {
      var stream = StreamFamily(rootSeed: 1, replication: 0).stream("negative")
      stream.discard(-1)
    }
  }

  @Test("Streams are equal exactly where their draws will be")
  func equality() {
    // By way of another draw: what is left over from the last block must not count.
    var late = RandomStream(key: stream().key, entity: 5)
    late.discard(4)
    #expect(late == stream(drawn: 4))
    #expect(late.hashValue == stream(drawn: 4).hashValue)
    #expect(stream(drawn: 1) != stream(drawn: 2))
    #expect(stream() != RandomStream(key: stream().key, entity: 6))
    #expect(stream() != RandomStream(key: stream().key + 1, entity: 5))
  }

  @Test("A stream that was saved goes on with the same draws", arguments: 0..<4)
  func saved(drawn: Int) throws {
    let original = stream(drawn: drawn)
    let restored = try JSONDecoder().decode(RandomStream.self, from: JSONEncoder().encode(original))
    #expect(restored == original)
    #expect(draws(restored) == draws(original))
  }

  @Test("A family and its named streams can be saved, with the largest seed and a scope")
  func savedFamily() throws {
    let family = StreamFamily(rootSeed: .max, replication: .max, scope: "a cell")
    let restored = try JSONDecoder().decode(StreamFamily.self, from: JSONEncoder().encode(family))
    #expect(restored == family)
    let named = family.named("name")
    #expect(try JSONDecoder().decode(NamedStreams.self, from: JSONEncoder().encode(named)) == named)
    let entity = StreamEntity(task: 1 << 31, agent: 3, call: 4)
    #expect(try JSONDecoder().decode(StreamEntity.self, from: JSONEncoder().encode(entity)) == entity)
  }
}
