import SwarmArchitectures
import Testing

@Suite("Hearing")
struct HearingTests {
  @Test("Who hears whom, in rising order, itself included")
  func sources() {
    func all(_ hearing: Hearing, _ count: Int) -> [[Int]] {
      (0..<count).map { hearing.sources(of: $0, among: count) }
    }
    #expect(all(.everyone, 3) == [[0, 1, 2], [0, 1, 2], [0, 1, 2]])
    #expect(all(.ring(neighbours: 1), 5) == [[0, 1, 4], [0, 1, 2], [1, 2, 3], [2, 3, 4], [0, 3, 4]])
    #expect(all(.star, 4) == [[0, 1, 2, 3], [0, 1], [0, 2], [0, 3]])
    #expect(all(.chain, 3) == [[0], [0, 1], [1, 2]])
    #expect(all(.nobody, 2) == [[0], [1]])
    #expect(all(.listed([[1], [0, 1]]), 2) == [[1], [0, 1]])
  }

  @Test(
    "A ring that every neighbourhood goes round hears all, each once", arguments: [1, 2, 3, 4, 5, 6, 7],
    [1, 2, 3, 1_000])
  func closedRing(count: Int, neighbours: Int) {
    let ring = Hearing.ring(neighbours: neighbours)
    for listener in 0..<count {
      let sources = ring.sources(of: listener, among: count)
      #expect(sources == Set(sources).sorted())
      #expect(sources.count == min(count, 2 * neighbours + 1))
      #expect(ring.isEveryone(among: count) == (sources.count == count))
    }
  }

  @Test(
    "Messages heard in a round are counted as they are listed",
    arguments: [Hearing.everyone, .ring(neighbours: 2), .star, .chain, .nobody], [1, 2, 3, 4, 8])
  func messagesHeard(hearing: Hearing, count: Int) {
    let sources = (0..<count).map { hearing.sources(of: $0, among: count) }
    let heard = hearing.messagesHeard(among: count)
    #expect(heard.all == sources.reduce(0) { $0 + $1.count })
    #expect(
      heard.sooner == sources.indices.reduce(0) { sum, listener in sum + sources[listener].count { $0 < listener } })
  }
}
